"""What a user of LiteLLM says and hears, in the words of OpenAI's GA events, whatever it travels by."""

import asyncio
import base64
import json
import wave
from collections.abc import AsyncIterator

import heard

_TOOL = {"type": "function", "name": "get_weather", "description": "Tells the weather of a city.",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}
_RATE = 24000
_PIECE = _RATE // 10


async def lines() -> AsyncIterator[dict]:
    """The session's settings and the first turn, typed or spoken as the scenario has it."""
    yield {"type": "session.update", "session": {
        "voice": "ara", "turn_detection": {"type": "server_vad"},
        "tools": [_TOOL] if "tool" in heard.SCENARIO else []}}
    if "spoken" not in heard.SCENARIO:
        yield _item(type="message", role="user", content=[{"type": "input_text", "text": heard.TURNS[0]}])
        yield {"type": "response.create"}
        return
    with wave.open(heard.WAV) as sound:
        while piece := sound.readframes(_PIECE):
            yield {"type": "input_audio_buffer.append", "audio": base64.b64encode(piece).decode()}
            await asyncio.sleep(_PIECE / _RATE)


def hear(event: dict, told: heard.Heard) -> list[dict]:
    """Tells what an event brings, and gives what is said to it."""
    print(event["type"], flush=True)
    match event["type"]:
        case "response.output_audio_transcript.delta":
            told.said(event["delta"])
        case "response.output_audio.delta":
            told.sounded(len(base64.b64decode(event["delta"])) / 2 / _RATE)
        case "conversation.item.input_audio_transcription.completed":
            told.user_said(event["transcript"])
        case "response.function_call_arguments.done":
            result = told.called(event["name"], json.loads(event["arguments"]))
            return [_item(type="function_call_output", call_id=event["call_id"], output=result),
                    {"type": "response.create"}]
        case "error":
            print(f"error: {event}", flush=True)
    return []


def is_over(event: dict, told: heard.Heard) -> bool:
    """Whether everything was told and the answer that told the last of it has ended."""
    return event["type"] == "response.done" and told.complete()


def _item(**members) -> dict:
    return {"type": "conversation.item.create", "item": members}
