"""What every driver here needs of livekit-agents: a session without a room, tools, a microphone."""

import asyncio
import collections
import contextlib
import wave

import heard
from livekit import rtc
from livekit.agents import function_tool
from livekit.plugins import xai

RATE = 24000
PIECE = RATE // 50


@contextlib.asynccontextmanager
async def session():
    """A session of the plugin's RealtimeModel, as an AgentSession would have it."""
    model = xai.realtime.RealtimeModel(api_key=heard.KEY, base_url=heard.URL)
    opened = model.session()
    opened.on("error", lambda event: print(f"error: {event.error!r}", flush=True))
    try:
        yield opened
    finally:
        await opened.aclose()
        await model.aclose()


@function_tool
async def get_weather(city: str) -> str:
    """Says what the weather is like in a city.

    Args:
        city: its name
    """
    return "foggy"


def frame(data: bytes) -> rtc.AudioFrame:
    return rtc.AudioFrame(data=data, sample_rate=RATE, num_channels=1, samples_per_channel=len(data) // 2)


class Microphone:
    """Gives the session 20 ms of sound every 20 ms, silence where nothing is spoken."""

    def __init__(self, to):
        self._to = to
        self._spoken: collections.deque[bytes] = collections.deque()
        self._task = asyncio.create_task(self._run())

    def speak(self) -> None:
        """Speaks the turn that is lent to the driver as a WAV file."""
        with wave.open(heard.WAV) as file:
            while len(data := file.readframes(PIECE)) == 2 * PIECE:
                self._spoken.append(data)

    def close(self) -> None:
        self._task.cancel()

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        self.close()

    async def _run(self) -> None:
        clock = asyncio.get_running_loop()
        due = clock.time()
        while True:
            self._to.push_audio(frame(self._spoken.popleft() if self._spoken else bytes(2 * PIECE)))
            due += 0.02
            await asyncio.sleep(max(0, due - clock.time()))
