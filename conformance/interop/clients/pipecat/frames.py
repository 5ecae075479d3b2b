"""Every frame of a session goes through pipecat's parser; a frame of a type that it knows has to pass.

The session is one of plain websockets, as the parser tells its user nothing of what it threw away.
"""

import asyncio
import base64
import json
import os

import heard
from open_microphone import RATE, Loudspeaker, Microphone
from pipecat.services.xai.realtime import events
from websockets.asyncio.client import connect

TITLE = heard.SCENARIO.split("/")[1]
BREAKS_IN = TITLE == "the-user-breaks-into-an-answer"
PCM = {"format": {"type": "audio/pcm", "rate": RATE}}
SESSION = {"voice": "ara", "turn_detection": {"type": "server_vad"}, "audio": {"input": PCM, "output": PCM},
           "tools": [{"type": "function", "name": "get_weather", "description": "Tells the weather of a city.",
                      "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}]}


class Session:
    def __init__(self, socket, told: heard.Heard):
        self._socket = socket
        self._told = told
        self._loudspeaker = Loudspeaker()
        self._ready = asyncio.Event()
        self._ended = asyncio.Event()
        self.unknown: set[str] = set()
        self.refused: list[str] = []

    async def receive(self) -> None:
        async for frame in self._socket:
            try:
                await self._take(events.parse_server_event(frame))
            except Exception as why:
                self._refuse(json.loads(frame)["type"], str(why))

    def _refuse(self, kind: str, why: str) -> None:
        if why.startswith("Unimplemented server event type"):
            self.unknown.add(kind)
        else:
            self.refused.append(why)

    async def _take(self, event) -> None:
        match event.type:
            case "session.updated":
                self._ready.set()
            case "response.output_audio_transcript.delta":
                self._told.said(event.delta)
            case "response.output_audio.delta":
                self._sounds(len(base64.b64decode(event.delta)) / 2 / RATE)
            case "conversation.item.input_audio_transcription.completed":
                self._told.user_said(event.transcript)
            case "input_audio_buffer.speech_started":
                if self._loudspeaker.stop():
                    self._told.was_interrupted()
            case "response.function_call_arguments.done":
                await self._answer(event)
            case "response.done":
                self._ended.set()

    def _sounds(self, seconds: float) -> None:
        self._ended.clear()
        self._told.sounded(seconds)
        self._loudspeaker.play(seconds)

    async def _answer(self, call) -> None:
        result = self._told.called(call.name, json.loads(call.arguments))
        await self._create({"type": "function_call_output", "call_id": call.call_id, "output": result})
        await self._send("response.create")

    async def converse(self) -> None:
        await self._send("session.update", session=SESSION)
        await self._ready.wait()
        listening = asyncio.create_task(self._turn())
        while not (self._told.complete() and self._ended.is_set()):
            await asyncio.sleep(0.05)
        listening.cancel()

    async def _turn(self) -> None:
        if TITLE == "the-client-has-words-spoken":
            text = {"type": "output_text", "text": "Welcome to the weather line."}
            await self._create({"type": "force_message", "role": "assistant", "content": [text]})
        elif BREAKS_IN or TITLE == "a-spoken-question-is-answered":
            await self._speak()
        else:
            text = {"type": "input_text", "text": heard.TURNS[0]}
            await self._create({"type": "message", "role": "user", "content": [text]})
            await self._send("response.create")

    async def _speak(self) -> None:
        microphone = Microphone()
        microphone.say()
        if BREAKS_IN:
            asyncio.create_task(self._break_in(microphone))
        async for piece in microphone.pieces():
            await self._send("input_audio_buffer.append", audio=base64.b64encode(piece).decode())

    async def _break_in(self, microphone: Microphone) -> None:
        await self._loudspeaker.heard()
        microphone.say()

    async def _create(self, item: dict) -> None:
        await self._send("conversation.item.create", item=item)

    async def _send(self, kind: str, **members) -> None:
        await self._socket.send(json.dumps({"type": kind, **members}))


async def main() -> None:
    told = heard.Heard()
    async with connect(heard.URL, additional_headers={"Authorization": f"Bearer {heard.KEY}"}) as socket:
        session = Session(socket, told)
        receiving = asyncio.create_task(session.receive())
        try:
            await asyncio.wait_for(session.converse(), 30)
        except TimeoutError:
            print("time is up", flush=True)
    await receiving
    print("not known to the parser:", ", ".join(sorted(session.unknown)) or "none", flush=True)
    for why in session.refused:
        print("refused:", why, flush=True)
    if session.refused:
        os._exit(1)
    told.finish()


if __name__ == "__main__":
    asyncio.run(main())
