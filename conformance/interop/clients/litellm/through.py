"""A program that talks through the gateway in the words of its interface, which are those of OpenAI's GA events."""

import asyncio
import base64
import json
import wave

import gateway
import heard
import websockets

_TOOL = {"type": "function", "name": "get_weather", "description": "Tells the weather of a city.",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}
_RATE = 24000
_PIECE = _RATE // 10


async def talk(address: str, told: heard.Heard) -> None:
    """One conversation: what is said first is typed or spoken, as the scenario has it."""
    async with websockets.connect(address, additional_headers={"Authorization": f"Bearer {gateway.KEY}"}) as socket:
        await _send(socket, "session.update", session={
            "voice": "ara", "turn_detection": {"type": "server_vad"}, "tools": [_TOOL] if "tool" in heard.SCENARIO else []})
        begin = _speak if "spoken" in heard.SCENARIO else _type
        speaking = asyncio.create_task(begin(socket))
        async with asyncio.timeout(30):
            async for text in socket:
                event = json.loads(text)
                await _hear(socket, event, told)
                if told.complete() and event["type"] == "response.done":
                    break
        speaking.cancel()


async def _type(socket) -> None:
    await _send(socket, "conversation.item.create", item={
        "type": "message", "role": "user", "content": [{"type": "input_text", "text": heard.TURNS[0]}]})
    await _send(socket, "response.create")


async def _speak(socket) -> None:
    with wave.open(heard.WAV) as sound:
        while piece := sound.readframes(_PIECE):
            await _send(socket, "input_audio_buffer.append", audio=base64.b64encode(piece).decode())
            await asyncio.sleep(_PIECE / _RATE)


async def _hear(socket, event: dict, told: heard.Heard) -> None:
    match event["type"]:
        case "response.output_audio_transcript.delta":
            told.said(event["delta"])
        case "response.output_audio.delta":
            told.sounded(len(base64.b64decode(event["delta"])) / 2 / _RATE)
        case "conversation.item.input_audio_transcription.completed":
            told.user_said(event["transcript"])
        case "response.function_call_arguments.done":
            result = told.called(event["name"], json.loads(event["arguments"]))
            await _send(socket, "conversation.item.create", item={
                "type": "function_call_output", "call_id": event["call_id"], "output": result})
            await _send(socket, "response.create")
        case "error":
            print(f"error: {event}", flush=True)


async def _send(socket, kind: str, **members) -> None:
    await socket.send(json.dumps({"type": kind, **members}))
