"""A voice app: its user speaks or types, the service answers aloud, and get_weather is looked up.

    XAI_API_KEY=... python weather.py "What is the weather in Paris?" answer.wav

XAI_REALTIME_URL says where the service is, if it is not xAI's own.
"""

import asyncio
import base64
import json
import os
import sys
import wave

from websockets.asyncio.client import connect

SERVICE = "wss://api.x.ai/v1/realtime?model=grok-voice-latest"
RATE = 24_000  # samples a second, of 16 bits, in both directions
SESSION = {
    "instructions": "You tell people the weather, in one or two sentences.",
    "turn_detection": {"type": "server_vad"},
    "tools": [
        {
            "type": "function",
            "name": "get_weather",
            "description": "The weather in a city now.",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        }
    ],
}


def get_weather(city):
    return f"sunny in {city}, 21 degrees"


class Call:
    """One conversation. `speaker` has play(sound), and stop(), which forgets what was not played yet."""

    def __init__(self, socket, speaker, tools):
        self._socket = socket
        self._speaker = speaker
        self._tools = tools
        self._requested = []  # calls of the answer that runs
        self._words = []  # what was said in it
        self._answers = asyncio.Queue()

    async def configure(self):
        """Comes before all else."""
        await self._send("session.update", session=SESSION)

    async def greet(self):
        """Lets the assistant speak first."""
        await self._send("response.create")

    async def type(self, words):
        message = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": words}]}
        await self._send("conversation.item.create", item=message)
        await self._send("response.create")

    async def hear(self, sound):
        """A piece of what the microphone took: 16 bits, little-endian, mono, at RATE."""
        await self._send("input_audio_buffer.append", audio=base64.b64encode(sound).decode())

    async def answer(self):
        """The words of the next answer that was spoken to its end."""
        return await self._answers.get()

    async def run(self):
        """Deals with what the service sends until the connection ends."""
        async for message in self._socket:
            await self._see(json.loads(message))

    async def _see(self, event):
        match event["type"]:
            case "response.output_audio.delta":
                self._speaker.play(base64.b64decode(event["delta"]))
            case "response.output_audio_transcript.done":
                self._words.append(event["transcript"])
            case "response.function_call_arguments.done":
                self._requested.append(event)
            case "input_audio_buffer.speech_started":
                self._interrupted()
            case "response.done":
                await self._finished()
            case "error":
                print("error:", event["error"], file=sys.stderr)

    def _interrupted(self):
        """The user speaks over the assistant: nothing more of that answer is heard."""
        self._speaker.stop()
        self._words.clear()

    async def _finished(self):
        """All calls of an answer get their results before the next answer is asked for."""
        requested, self._requested = self._requested, []
        for call in requested:
            result = {"type": "function_call_output", "call_id": call["call_id"], "output": self._result(call)}
            await self._send("conversation.item.create", item=result)
        if requested:
            await self._send("response.create")
        elif self._words:
            words, self._words = self._words, []
            self._answers.put_nowait(" ".join(words))

    def _result(self, call):
        try:
            return self._tools[call["name"]](**json.loads(call["arguments"]))
        except (KeyError, TypeError, ValueError) as wrong:
            return f"failed: {wrong!r}"

    async def _send(self, kind, **members):
        await self._socket.send(json.dumps({"type": kind, **members}))


def service():
    """Where the service is, and what to show it."""
    url = os.environ.get("XAI_REALTIME_URL", SERVICE)
    return connect(url, additional_headers={"Authorization": f"Bearer {os.environ.get('XAI_API_KEY', '')}"}, max_size=None)


class Recording:
    """A loudspeaker that keeps what it would play."""

    def __init__(self):
        self.sound = b""

    def play(self, sound):
        self.sound += sound

    def stop(self):
        pass  # nobody hears it

    def save(self, file):
        with wave.open(file, "wb") as wav:
            wav.setnchannels(1)
            wav.setsampwidth(2)
            wav.setframerate(RATE)
            wav.writeframes(self.sound)


async def main(words, file):
    speaker = Recording()
    async with service() as socket:
        call = Call(socket, speaker, {"get_weather": get_weather})
        running = asyncio.create_task(call.run())
        await call.configure()
        await call.type(words)
        print(await asyncio.wait_for(call.answer(), timeout=30))
    await running
    speaker.save(file)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    asyncio.run(main(*sys.argv[1:]))
