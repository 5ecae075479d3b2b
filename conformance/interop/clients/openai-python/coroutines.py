"""The library as programs with coroutines use it: a task reads, another speaks."""

import asyncio

import heard
import turn
from openai import AsyncOpenAI


async def main() -> None:
    told = heard.Heard()
    client = AsyncOpenAI(api_key=heard.KEY, base_url=turn.BASE_URL)
    async with client.realtime.connect(model=turn.MODEL) as connection:
        await connection.session.update(session=turn.SESSION)
        speaking = asyncio.create_task(_ask(connection))
        try:
            await asyncio.wait_for(_listen(connection, told), 30)
        except TimeoutError:
            print("nothing more came", flush=True)
        speaking.cancel()
    told.finish()


async def _listen(connection, told: heard.Heard) -> None:
    async for event in connection:
        if answer := turn.tell(event, told):
            await connection.conversation.item.create(item=answer)
            await connection.response.create()
        if turn.ended(event, told):
            return


async def _ask(connection) -> None:
    if not turn.SPOKEN:
        await connection.conversation.item.create(item=turn.question())
        await connection.response.create()
        return
    for piece in turn.pieces():
        await connection.input_audio_buffer.append(audio=piece)
        await asyncio.sleep(turn.PIECE)


if __name__ == "__main__":
    asyncio.run(main())
