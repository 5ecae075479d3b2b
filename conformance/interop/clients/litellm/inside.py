"""litellm._arealtime, which the gateway uses itself, with an object in the place of the socket of a gateway's client."""

import asyncio
import json

import heard
import litellm
from websockets.exceptions import ConnectionClosedOK
from websockets.frames import Close

MODEL = "xai/grok-4-1-fast-non-reasoning"


class Socket:
    """What litellm asks of a client's socket; a subclass says what the client sends."""

    def __init__(self):
        self.exceptions = type("exceptions", (), {"ConnectionClosed": ConnectionClosedOK})
        self.headers: dict[str, str] = {}
        self.events: list[dict] = []
        self.closed: tuple[int, str] | None = None
        self._new = asyncio.Condition()

    async def accept(self, **_) -> None:
        pass

    async def send_text(self, text: str | bytes) -> None:
        """An event on its way to the client."""
        async with self._new:
            self.events.append(json.loads(text))
            self._new.notify_all()

    async def receive_text(self) -> str:
        """The next event of the client, or its end."""
        raise NotImplementedError

    async def close(self, code: int = 1000, reason: str = "") -> None:
        self.closed = (code, reason)

    async def until(self, met, seconds: float) -> bool:
        """Whether what has come makes this true in time."""
        async with self._new:
            try:
                async with asyncio.timeout(seconds):
                    await self._new.wait_for(met)
            except TimeoutError:
                return False
            return True

    def has(self, *kinds: str) -> bool:
        return any(event["type"] in kinds for event in self.events)


def hung_up() -> ConnectionClosedOK:
    """How a client's socket says that the client is gone."""
    return ConnectionClosedOK(Close(1000, ""), Close(1000, ""))


async def connect(socket: Socket, **options) -> None:
    """One conversation, from the greeting to the client's end."""
    try:
        await litellm._arealtime(model=MODEL, websocket=socket, api_key=heard.KEY, timeout=60, **options)
    except ConnectionClosedOK:
        pass


class Typing(Socket):
    """Types the first turn and waits for what the scenario makes the assistant tell."""

    def __init__(self, told: heard.Heard):
        super().__init__()
        self._told = told
        self._lines = [
            {"type": "conversation.item.create", "item": {
                "type": "message", "role": "user", "content": [{"type": "input_text", "text": heard.TURNS[0]}]}},
            {"type": "response.create"}]

    async def send_text(self, text: str | bytes) -> None:
        event = json.loads(text)
        if event["type"] == "response.output_audio_transcript.delta":
            self._told.said(event["delta"])
        await super().send_text(text)

    async def receive_text(self) -> str:
        await self.until(lambda: self.has("session.created", "conversation.created"), 5)
        if self._lines:
            return json.dumps(self._lines.pop(0))
        await self.until(lambda: self._told.complete() and self.has("response.done"), 30)
        raise hung_up()
