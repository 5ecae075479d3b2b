"""A bot of pipecat without a transport: the microphone is a queue, the loudspeaker a processor that listens.

The same for 1.1 (PipelineTask, PipelineRunner) and for what came after it (PipelineWorker, WorkerRunner).
"""

import asyncio

import heard
from listener import Listener
from open_microphone import RATE, Loudspeaker, Microphone, speak
from pipecat.frames.frames import InputAudioRawFrame, LLMRunFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair, LLMUserAggregatorParams
from pipecat.services.xai.realtime.llm import GrokRealtimeLLMService
from pipecat.turns.user_turn_strategies import ExternalUserTurnStrategies

try:
    from pipecat.adapters.llm.schemas.function_schema import FunctionSchema
    from pipecat.adapters.llm.schemas.tools_schema import ToolsSchema
    from pipecat.pipeline.worker import PipelineParams, PipelineWorker
    from pipecat.workers.runner import WorkerRunner
except ModuleNotFoundError:
    from pipecat.adapters.schemas.function_schema import FunctionSchema
    from pipecat.adapters.schemas.tools_schema import ToolsSchema
    from pipecat.pipeline.runner import PipelineRunner
    from pipecat.pipeline.task import PipelineParams
    from pipecat.pipeline.task import PipelineTask as PipelineWorker
    WorkerRunner = None

TOPIC, TITLE = heard.SCENARIO.split("/")
BREAKS_IN = TITLE.startswith("the-user-breaks-into")
SPOKEN = BREAKS_IN or TITLE.startswith("a-spoken")
WEATHER = FunctionSchema(name="get_weather", description="Tells the weather of a city.",
                         properties={"city": {"type": "string"}}, required=["city"])


class Bot:
    def __init__(self, told: heard.Heard):
        self._told = told
        self._microphone, self._loudspeaker = Microphone(), Loudspeaker()
        self._service = GrokRealtimeLLMService(api_key=heard.KEY, base_url=heard.URL)
        self._service.register_function("get_weather", self._weather)
        self._started = asyncio.Event()
        self.worker = PipelineWorker(
            self._pipeline(), enable_rtvi=False,
            params=PipelineParams(audio_in_sample_rate=RATE, audio_out_sample_rate=RATE))
        self.worker.add_event_handler("on_pipeline_started", self._on_started)

    def _pipeline(self) -> Pipeline:
        typed = [] if SPOKEN else heard.TURNS
        context = LLMContext([{"role": "user", "content": text} for text in typed],
                             ToolsSchema(standard_tools=[WEATHER]))
        user, assistant = LLMContextAggregatorPair(
            context, user_params=LLMUserAggregatorParams(user_turn_strategies=ExternalUserTurnStrategies()))
        before, behind = Listener(self._told, self._loudspeaker), Listener(self._told, self._loudspeaker)
        return Pipeline([user, before, self._service, behind, assistant])

    async def _on_started(self, *_) -> None:
        self._started.set()

    async def _weather(self, params) -> None:
        await params.result_callback(self._told.called(params.function_name, dict(params.arguments)))

    async def converse(self) -> None:
        await self._started.wait()
        if SPOKEN:
            await self._speak()
        elif TITLE == "the-client-has-words-spoken":
            await self._service.force_message("Welcome to the weather line.")
        else:
            await self.worker.queue_frame(LLMRunFrame())
        while not self._told.complete() or self._loudspeaker.playing():
            await asyncio.sleep(0.05)

    async def _speak(self) -> None:
        listening = asyncio.create_task(self._listen())
        if TOPIC == "greeting":
            await self.worker.queue_frame(LLMRunFrame())
            await self._loudspeaker.silent()
        await speak(self._microphone, self._loudspeaker, BREAKS_IN)
        await listening

    async def _listen(self) -> None:
        async for piece in self._microphone.pieces():
            if self._told.complete() and not self._loudspeaker.playing():
                return
            await self.worker.queue_frame(InputAudioRawFrame(audio=piece, sample_rate=RATE, num_channels=1))


async def main() -> None:
    told = heard.Heard()
    bot = Bot(told)
    running = asyncio.create_task(_run(bot.worker))
    try:
        await asyncio.wait_for(bot.converse(), 30)
        await bot.worker.cancel()
        await asyncio.wait_for(running, 5)
    except TimeoutError:
        print("time is up", flush=True)
    told.finish()


async def _run(worker) -> None:
    if WorkerRunner is None:
        await PipelineRunner(handle_sigint=False).run(worker)
        return
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    await runner.run()


if __name__ == "__main__":
    asyncio.run(main())
