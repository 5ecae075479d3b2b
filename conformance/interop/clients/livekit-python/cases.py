"""The cases that livekit-agents holds xAI's service to in its own tests, each by the name it has there.

Written anew: the same calls, and the same that has to come of them, with words of our scenarios. Which
scenario is for which case stands in client.toml. Exit status 0: what the case asks for came.
"""

import asyncio
import math
import pathlib
import struct
import tomllib

import agent
import heard
from livekit.agents import function_tool, llm, utils


async def test_generate_reply(session) -> None:
    generation = await session.generate_reply()
    assert generation.user_initiated
    assert await text(generation)


async def test_generate_reply_with_instructions(session) -> None:
    generation = await session.generate_reply(instructions="Answer with this word alone: cinnamon")
    assert "cinnamon" in (await text(generation)).lower()


async def test_generate_reply_preserves_session_instructions(session) -> None:
    await session.update_instructions("You are called Ottilie.")
    generation = await session.generate_reply(instructions="Say who you are.")
    assert "ottilie" in (await text(generation)).lower()


async def test_response_includes_audio(session) -> None:
    generation = await session.generate_reply()
    message = await anext(aiter(generation.message_stream))
    assert "audio" in await message.modalities
    sound = await anext(aiter(message.audio_stream))
    assert (sound.sample_rate, sound.num_channels) == (agent.RATE, 1)
    assert len(sound.data) > 0
    await text(generation)


async def test_push_audio(session) -> None:
    """The case asks for no more than that nothing is raised; an error event would be told here too."""
    errors = events(session, "error")
    session.push_audio(agent.frame(tone(agent.RATE // 2)))
    session.commit_audio()
    await asyncio.sleep(2)
    assert errors.empty()


async def test_push_real_audio_triggers_response(session) -> None:
    generations = events(session, "generation_created")
    with spoken(session):
        generation = await generations.get()
        assert not generation.user_initiated
        assert await text(generation)


async def test_vad_speech_events(session) -> None:
    started, stopped = events(session, "input_speech_started"), events(session, "input_speech_stopped")
    generations = events(session, "generation_created")
    with spoken(session):
        await started.get()
        await stopped.get()
        await text(await generations.get())


async def test_input_audio_transcription(session) -> None:
    """The commit comes when the server took the turn already, and must do no harm."""
    transcripts = events(session, "input_audio_transcription_completed")
    stopped, generations = events(session, "input_speech_stopped"), events(session, "generation_created")
    with spoken(session):
        await stopped.get()
        session.commit_audio()
        while not (last := await transcripts.get()).is_final:
            pass
        await text(await generations.get())
    assert "weather" in last.transcript.lower() or "paris" in last.transcript.lower()


async def test_update_chat_ctx(session) -> None:
    await session.update_chat_ctx(said("My lucky number is eleven."))
    generation = await session.generate_reply(instructions="Which number is the user's? Say the number alone.")
    assert "eleven" in (await text(generation)).lower()


async def test_chat_ctx_populated_after_reply(session) -> None:
    await text(await session.generate_reply())
    assert any(item.type == "message" and item.role == "assistant" for item in session.chat_ctx.items)


async def test_update_chat_ctx_replaces_history(session) -> None:
    await session.update_chat_ctx(said("The door is green."))
    await session.update_chat_ctx(said("The door is yellow."))
    generation = await session.generate_reply(instructions="Which colour did the user name?")
    assert "yellow" in (await text(generation)).lower()


async def test_interrupt(session) -> None:
    generation = await session.generate_reply(instructions="Tell all there is to tell about lighthouses.")
    message = await anext(aiter(generation.message_stream))
    assert await anext(aiter(message.text_stream))
    session.interrupt()
    await text(generation)
    await asyncio.sleep(1)  # an answer that is broken off before its first sound ends here at once


async def test_xai_say_force_message(session) -> None:
    generation = await session.say("These words are fixed.")
    assert generation.user_initiated
    message = await anext(aiter(generation.message_stream))
    assert len((await anext(aiter(message.audio_stream))).data) > 0
    await text(generation)


async def test_function_tool(session) -> None:
    await session.update_tools([agent.get_weather])
    generation = await session.generate_reply(instructions="Ask the tool what the weather is like in Paris.")
    calls = [call async for call in generation.function_stream]
    assert calls and all(call.name == "get_weather" for call in calls)


async def test_function_tool_reply(session) -> None:
    await session.update_tools([get_capital])
    generation = await session.generate_reply(instructions="Ask the tool for the capital of France.")
    calls = [call async for call in generation.function_stream]
    assert calls
    context = session.chat_ctx.copy()
    context.items.append(llm.FunctionCallOutput(
        id=utils.shortuuid(), call_id=calls[-1].call_id, output="Paris", is_error=False))
    await session.update_chat_ctx(context)
    assert "paris" in (await text(await session.generate_reply())).lower()


async def test_remote_item_added_event(session) -> None:
    added = events(session, "remote_item_added")
    await text(await session.generate_reply())
    items = [added.get_nowait().item for _ in range(added.qsize())]
    assert any(item.type == "message" and item.role == "assistant" for item in items)


@function_tool
async def get_capital(country: str) -> str:
    """Says which city is the capital of a country.

    Args:
        country: its name
    """
    return "Paris"


async def text(generation: llm.GenerationCreatedEvent) -> str:
    """All words of an answer, once it is over."""
    return "".join([piece async for message in generation.message_stream async for piece in message.text_stream])


def tone(samples: int) -> bytes:
    """A tone of 440 Hz that swells and fades."""
    wave = (16000 * math.sin(math.pi * n / samples) * math.sin(2 * math.pi * 440 * n / agent.RATE)
            for n in range(samples))
    return struct.pack(f"<{samples}h", *map(int, wave))


def said(words: str) -> llm.ChatContext:
    context = llm.ChatContext()
    context.add_message(role="user", content=words)
    return context


def events(session, name: str) -> asyncio.Queue:
    """All events of this name from here on."""
    queue: asyncio.Queue = asyncio.Queue()
    session.on(name, queue.put_nowait)
    return queue


def spoken(session):
    """A microphone that speaks the turn and stays open."""
    microphone = agent.Microphone(session)
    microphone.speak()
    return microphone


async def main() -> None:
    table = tomllib.loads(pathlib.Path(__file__).with_name("client.toml").read_text("utf-8"))
    name = next(case for case, scenario in table["turns"].items() if scenario == heard.SCENARIO)
    async with agent.session() as session, asyncio.timeout(30):
        await globals()[name](session)
    print(f"{name}: passed", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
