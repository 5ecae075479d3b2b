"""litellm._arealtime, which the gateway uses itself, with an object in the place of the socket of a gateway's client."""

import asyncio
import json

import heard
import litellm
import talk
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


class Talking(Socket):
    """One conversation, ended by the client when everything was told."""

    def __init__(self, told: heard.Heard):
        super().__init__()
        self._told = told
        self._lines: asyncio.Queue[dict | None] = asyncio.Queue()
        self._speaking: asyncio.Task | None = None

    async def send_text(self, text: str | bytes) -> None:
        await super().send_text(text)
        event = json.loads(text)
        for reply in talk.hear(event, self._told):
            self._lines.put_nowait(reply)
        if talk.is_over(event, self._told):
            self._lines.put_nowait(None)

    async def receive_text(self) -> str:
        if self._speaking is None:
            self._speaking = asyncio.create_task(self._speak())
        async with asyncio.timeout(30):
            line = await self._lines.get()
        if line is None:
            self._speaking.cancel()
            raise hung_up()
        return json.dumps(line)

    async def _speak(self) -> None:
        async for line in talk.lines():
            self._lines.put_nowait(line)
