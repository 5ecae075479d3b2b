"""Plays one turn through the session of livekit-plugins-xai, as an AgentSession uses it."""

import asyncio
import json
import time

import agent
import heard
from livekit.agents import llm, utils

told = heard.Heard()
question = heard.TURNS[0] if heard.TURNS else ""


async def main() -> None:
    scenario = heard.SCENARIO.rpartition("/")[2]
    async with agent.session() as session, asyncio.timeout(30):
        await PLAYS[scenario](session)
    told.finish()


async def text(session) -> None:
    """update_chat_ctx, then generate_reply: the words are in message_stream."""
    await ask(session)
    await answer(await session.generate_reply())


async def tool(session) -> None:
    """A call comes in function_stream; its output goes back as an item of the chat context."""
    await session.update_tools([agent.get_weather])
    await ask(session)
    calls = await answer(await session.generate_reply())
    context = session.chat_ctx.copy()
    for call in calls:
        result = told.called(call.name, json.loads(call.arguments))
        context.items.append(llm.FunctionCallOutput(
            id=utils.shortuuid(), call_id=call.call_id, name=call.name, output=result, is_error=False))
    await session.update_chat_ctx(context)
    await answer(await session.generate_reply())


async def audio(session) -> None:
    """Sound by push_audio: the server finds the turn and answers it unasked."""
    generations = listen(session)
    microphone = agent.Microphone(session)
    microphone.speak()
    await answer(await generations.get())
    await asyncio.to_thread(told.wait, 5)
    microphone.close()


async def interruption(session) -> None:
    """The user speaks while an answer comes: interrupt() and truncate(), as an AgentSession does."""
    generations = listen(session)
    microphone = agent.Microphone(session)
    microphone.speak()
    first = await generations.get()
    message = await anext(aiter(first.message_stream))
    await anext(aiter(message.audio_stream))
    began = time.monotonic()
    broken = asyncio.Event()
    session.once("input_speech_started", lambda _: broken.set())
    microphone.speak()
    await broken.wait()
    told.was_interrupted()
    session.interrupt()
    session.truncate(message_id=message.message_id, modalities=await message.modalities,
                     audio_end_ms=int((time.monotonic() - began) * 1000), audio_transcript="")
    await answer(await generations.get())
    await asyncio.to_thread(told.wait, 5)
    microphone.close()


async def say(session) -> None:
    """say() has words spoken without a model."""
    await answer(await session.say("Welcome to the weather line."))


async def ask(session) -> None:
    context = session.chat_ctx.copy()
    context.add_message(role="user", content=question)
    await session.update_chat_ctx(context)


def listen(session) -> asyncio.Queue:
    """What the session tells of the user, and a queue of the answers that it makes unasked."""
    generations: asyncio.Queue[llm.GenerationCreatedEvent] = asyncio.Queue()
    session.on("generation_created", generations.put_nowait)
    session.on("input_audio_transcription_completed",
               lambda event: told.user_said(event.transcript) if event.is_final else None)
    return generations


async def answer(generation: llm.GenerationCreatedEvent) -> list[llm.FunctionCall]:
    """Hears an answer to its end; gives the calls that are in it."""
    async for message in generation.message_stream:
        await asyncio.gather(words(message), sound(message))
    return [call async for call in generation.function_stream]


async def words(message: llm.MessageGeneration) -> None:
    async for piece in message.text_stream:
        told.said(piece)


async def sound(message: llm.MessageGeneration) -> None:
    async for piece in message.audio_stream:
        told.sounded(piece.duration)


PLAYS = {
    "a-typed-question-is-answered": text,
    "a-tool-is-called": tool,
    "a-spoken-question-is-answered": audio,
    "the-user-breaks-into-an-answer": interruption,
    "the-client-has-words-spoken": say,
}

if __name__ == "__main__":
    asyncio.run(main())
