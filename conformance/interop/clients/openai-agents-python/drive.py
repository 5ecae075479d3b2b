"""One turn by RealtimeRunner: words come from the history, sound from its audio events."""

import asyncio
import wave

import heard
from agents import function_tool
from agents.realtime import RealtimeAgent, RealtimeRunner

PIECE = 0.02  # seconds
MODEL = "grok-voice-latest"
SPOKEN = "spoken" in heard.SCENARIO or "breaks" in heard.SCENARIO

told = heard.Heard()
listened_to: set[str] = set()
answering = asyncio.Event()


@function_tool
def get_weather(city: str) -> str:
    """The weather of a city."""
    return told.called("get_weather", {"city": city})


async def main() -> None:
    agent = RealtimeAgent(name="weather", instructions="You answer in one sentence.", tools=[get_weather])
    settings = {"model_name": MODEL, "voice": "ara", "turn_detection": {"type": "server_vad"}}
    runner = RealtimeRunner(agent, config={"model_settings": settings})
    session = await runner.run(model_config={"url": f"{heard.URL}?model={MODEL}", "api_key": heard.KEY})
    async with session:
        asking = asyncio.create_task(_ask(session))
        try:
            await asyncio.wait_for(_listen(session), 30)
        except TimeoutError:
            print("nothing more came", flush=True)
        asking.cancel()
    told.finish()


async def _ask(session) -> None:
    if not SPOKEN:
        await session.send_message(heard.TURNS[0])
        return
    await _speak(session)
    if len(heard.TURNS) > 1:  # the same sound again: the mock knows the words
        await answering.wait()
        await asyncio.sleep(0.8)
        await _speak(session)


async def _speak(session) -> None:
    with wave.open(heard.WAV) as sound:
        while frames := sound.readframes(int(sound.getframerate() * PIECE)):
            await session.send_audio(frames)
            await asyncio.sleep(PIECE)


async def _listen(session) -> None:
    async for event in session:
        if event.type == "history_updated":
            _note(event.history)
        elif event.type == "audio":
            answering.set()
            told.sounded(len(event.audio.data) / 2 / 24000)
        elif event.type == "audio_interrupted":
            told.was_interrupted()
        elif event.type == "error":
            print("error:", event.error, flush=True)
        if event.type == "agent_end" and told.complete():
            return


def _note(history: list) -> None:
    """Transcripts that are whole; a user's is there at once or not yet."""
    for item in history:
        whole = item.type == "message" and (item.role == "user" or item.status == "completed")
        words = "".join(getattr(part, "transcript", None) or "" for part in item.content) if whole else ""
        if words and item.item_id not in listened_to:
            listened_to.add(item.item_id)
            (told.user_said if item.role == "user" else told.said)(words)


if __name__ == "__main__":
    asyncio.run(main())
