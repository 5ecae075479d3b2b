"""What both ways to use the library have in common: where to connect, what to send, what to tell of an event."""

import base64
import json
import wave

import heard

BASE_URL = heard.URL.replace("ws://", "http://").removesuffix("/realtime")
MODEL = "grok-voice-latest"
SPOKEN = "spoken" in heard.SCENARIO
PIECE = 0.02  # seconds

WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "The weather of a city.",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
# Voice and the end of turns stand at the top, where xAI has them; the library sends what it does not know.
SESSION = {
    "type": "realtime",
    "instructions": "You answer in one sentence.",
    "voice": "ara",
    "turn_detection": {"type": "server_vad"},
    "tools": [WEATHER],
    "audio": {
        "input": {"format": {"type": "audio/pcm", "rate": 24000}},
        "output": {"format": {"type": "audio/pcm", "rate": 24000}},
    },
}


def question() -> dict:
    return {"type": "message", "role": "user", "content": [{"type": "input_text", "text": heard.TURNS[0]}]}


def pieces():
    """The spoken question as base64."""
    with wave.open(heard.WAV) as sound:
        while frames := sound.readframes(int(sound.getframerate() * PIECE)):
            yield base64.b64encode(frames).decode()


def tell(event, told: heard.Heard) -> dict | None:
    """Tells of an event; the item that answers it, where it is a tool call."""
    match event.type:
        case "response.output_audio_transcript.delta" | "response.output_text.delta":
            told.said(event.delta)
        case "response.output_audio.delta":
            told.sounded(len(base64.b64decode(event.delta)) / 2 / 24000)
        case "conversation.item.input_audio_transcription.completed":
            told.user_said(event.transcript)
        case "response.function_call_arguments.done":
            result = told.called(event.name, json.loads(event.arguments))
            return {"type": "function_call_output", "call_id": event.call_id, "output": result}
        case "error":
            print("error:", event.error.message, flush=True)
    return None


def ended(event, told: heard.Heard) -> bool:
    return event.type == "response.done" and told.complete()
