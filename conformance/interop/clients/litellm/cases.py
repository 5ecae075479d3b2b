"""The cases that LiteLLM holds the live service against, by their names, asking and asserting the same."""

import asyncio
import json

import heard
import inside
from litellm.types.realtime import RealtimeQueryParams

_GREETINGS = ("session.created", "conversation.created")
_NAME = inside.MODEL.split("/", 1)[1]


class _Listening(inside.Socket):
    """Waits for the greeting, and goes a moment later: who leaves at a ping looks as if driven away by it."""

    async def receive_text(self) -> str:
        await self.until(lambda: self.has(*_GREETINGS), 5)
        await asyncio.sleep(1.5)
        raise inside.hung_up()


class _Asking(inside.Socket):
    """Sends a message, asks for the answer half a second later, and waits at most five seconds for it."""

    def __init__(self):
        super().__init__()
        self.sent = 0

    async def receive_text(self) -> str:
        self.sent += 1
        if self.sent == 1:
            await self.until(lambda: self.has(*_GREETINGS), 5)
            return json.dumps({"type": "conversation.item.create", "item": {
                "type": "message", "role": "user",
                "content": [{"type": "input_text", "text": "Say hi back to me!"}]}})
        if self.sent == 2:
            await asyncio.sleep(0.5)
            return json.dumps({"type": "response.create"})
        await self.until(lambda: self.has("response.done"), 5)
        raise inside.hung_up()


async def _connected(socket: inside.Socket, **options) -> None:
    await inside.connect(socket, **options)
    print(f"closed by litellm with {socket.closed}", flush=True)
    assert socket.has(*_GREETINGS), socket.events


async def test_realtime_connection() -> None:
    """The first event that arrives is the greeting of the launch."""
    socket = _Listening()
    await _connected(socket)
    assert socket.events[0]["type"] == "conversation.created", socket.events[0]


async def test_realtime_with_query_params() -> None:
    """The same with the parameters of the address given."""
    parameters: RealtimeQueryParams = {"model": _NAME}
    await _connected(_Listening(), query_params=parameters)


async def test_send_user_message() -> None:
    """A message is sent, and more than a greeting and pings come back."""
    socket = _Asking()
    await _connected(socket)
    assert socket.sent >= 2, socket.sent
    answers = [event["type"] for event in socket.events if event["type"] not in ("conversation.created", "ping")]
    assert "response.done" in answers, answers


async def test_query_params_construction() -> None:
    """The parameters of the address are the model alone, without its provider."""
    parameters: RealtimeQueryParams = {"model": _NAME}
    assert parameters == {"model": "grok-4-1-fast-non-reasoning"}, parameters


OF_SCENARIO = {
    "hello/a-client-connects": test_realtime_connection,
    "hello/a-client-connects-with-parameters": test_realtime_with_query_params,
    "hello/hi-is-said-back": test_send_user_message,
}


async def play(told: heard.Heard) -> None:
    """The case of this scenario; the one that opens no connection goes with the one about parameters."""
    case = OF_SCENARIO[heard.SCENARIO]
    if case is test_realtime_with_query_params:
        await test_query_params_construction()
    await case()
    told.said(f"{case.__name__} passed")
