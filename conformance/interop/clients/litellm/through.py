"""A program that talks through the gateway over a WebSocket."""

import asyncio
import json

import gateway
import heard
import talk
import websockets


async def converse(address: str, told: heard.Heard) -> None:
    """One conversation, ended by the client when everything was told."""
    async with websockets.connect(address, additional_headers={"Authorization": f"Bearer {gateway.KEY}"}) as socket:
        speaking = asyncio.create_task(_speak(socket))
        async with asyncio.timeout(30):
            async for text in socket:
                event = json.loads(text)
                for reply in talk.hear(event, told):
                    await socket.send(json.dumps(reply))
                if talk.is_over(event, told):
                    break
        speaking.cancel()


async def _speak(socket) -> None:
    async for line in talk.lines():
        await socket.send(json.dumps(line))
