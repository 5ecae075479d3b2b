"""The app in calls with the mock: each test plays a scenario of features/weather/weather.feature."""

import asyncio
import pathlib
import wave
from contextlib import asynccontextmanager

import weather

PATIENCE = 20  # seconds in which an answer has to be there
PIECE = weather.RATE // 50 * 2  # bytes of 20 ms


class Loudspeaker(weather.Recording):
    """Plays at once what it gets, and tells when it began and when it was stopped."""

    def __init__(self):
        super().__init__()
        self.begun = asyncio.Event()
        self.stopped = asyncio.Event()

    def play(self, sound):
        super().play(sound)
        self.begun.set()

    def stop(self):
        self.stopped.set()


@asynccontextmanager
async def calling(stage, monkeypatch, scenario, tools=None):
    monkeypatch.setenv("XAI_REALTIME_URL", stage.url(scenario))
    speaker = Loudspeaker()
    async with weather.service() as socket:
        call = weather.Call(socket, speaker, tools or {})
        running = asyncio.create_task(call.run())
        await call.configure()
        yield call, speaker
    await running


def answer(call):
    return asyncio.wait_for(call.answer(), PATIENCE)


async def speak(call, file):
    """As a microphone does: 20 ms of sound every 20 ms, and silence behind it."""
    with wave.open(str(file)) as wav:
        sound = wav.readframes(wav.getnframes()) + bytes(weather.RATE * 2)
    for start in range(0, len(sound), PIECE):
        await call.hear(sound[start : start + PIECE])
        await asyncio.sleep(0.02)


def test_the_assistant_greets(stage, monkeypatch):
    async def talk():
        async with calling(stage, monkeypatch, "weather/a-greeting") as (call, speaker):
            await call.greet()
            assert await answer(call) == "Hello. Which city shall I look up?"
            assert len(speaker.sound) > weather.RATE

    asyncio.run(talk())


def test_the_weather_is_looked_up_before_it_is_told(stage, monkeypatch):
    async def talk():
        tools = {"get_weather": lambda city: "foggy, 12 degrees" if city == "Paris" else "unknown"}
        async with calling(stage, monkeypatch, "weather/a-tool-call-with-a-spoken-preamble", tools) as (call, _):
            await call.type("What is the weather in Paris?")
            assert await answer(call) == "Let me check. It is foggy and twelve degrees in Paris."

    asyncio.run(talk())


def test_the_assistant_is_silent_when_the_user_breaks_in(stage, monkeypatch):
    async def talk():
        async with calling(stage, monkeypatch, "weather/a-user-who-breaks-in") as (call, speaker):
            await call.type("How was this year?")
            await asyncio.wait_for(speaker.begun.wait(), PATIENCE)
            await speak(call, pathlib.Path(__file__).with_name("enough.wav"))
            assert await answer(call) == "As you like."
            assert speaker.stopped.is_set(), "the assistant was heard on while the user spoke"

    asyncio.run(talk())
