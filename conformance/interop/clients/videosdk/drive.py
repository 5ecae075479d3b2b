"""VideoSDK's XAIRealtime without a room: what the room would give and take is done by hand.

Its user is told by events of the model and of the global emitter; sound goes to the audio track.
"""

import asyncio

import heard
import numpy
from open_microphone import Loudspeaker, Microphone, speak
from videosdk.agents import Agent, function_tool
from videosdk.plugins.xai import XAIRealtime, XAIRealtimeConfig

TITLE = heard.SCENARIO.split("/")[1]
BREAKS_IN = TITLE.startswith("the-user-breaks-into")
SPOKEN = BREAKS_IN or TITLE.startswith("a-spoken")


class Track:
    """The audio track that a room would play."""

    sample_rate = 24_000

    def __init__(self, told: heard.Heard, loudspeaker: Loudspeaker):
        self._told = told
        self._loudspeaker = loudspeaker

    async def add_new_bytes(self, sound: bytes) -> None:
        seconds = len(sound) / 2 / self.sample_rate
        self._told.sounded(seconds)
        self._loudspeaker.play(seconds)

    def interrupt(self) -> None:
        """Comes whenever the user begins to speak; an interruption it is only while something plays."""
        if self._loudspeaker.stop():
            self._told.was_interrupted()

    def mark_synthesis_complete(self) -> None:
        pass

    async def cleanup(self) -> None:
        pass


class Weather(Agent):
    def __init__(self, told: heard.Heard):
        super().__init__(instructions="You tell the weather.")
        self._told = told

    @function_tool
    async def get_weather(self, city: str) -> str:
        """Tells the weather of a city.

        Args:
            city: the name of the city
        """
        return self._told.called("get_weather", {"city": city})

    async def on_enter(self) -> None:
        pass

    async def on_exit(self) -> None:
        pass


class Call:
    def __init__(self, told: heard.Heard):
        self._told = told
        self._microphone, self._loudspeaker = Microphone(), Loudspeaker()
        self.model = XAIRealtime(api_key=heard.KEY, base_url=heard.URL, config=XAIRealtimeConfig())
        self.model.on("realtime_model_transcription", self._transcribed)
        self.model.set_agent(Weather(told))
        self.model.audio_track = Track(told, self._loudspeaker)

    def _transcribed(self, said: dict) -> None:
        told = self._told.said if said["role"] == "assistant" else self._told.user_said
        told(said["text"])

    async def converse(self) -> None:
        self.model.loop = asyncio.get_running_loop()
        await self.model.connect()
        if SPOKEN:
            await self._speak()
        else:
            await self.model.send_message(heard.TURNS[0])
        while not self._over():
            await asyncio.sleep(0.05)

    async def _speak(self) -> None:
        listening = asyncio.create_task(self._listen())
        await speak(self._microphone, self._loudspeaker, BREAKS_IN)
        await listening

    async def _listen(self) -> None:
        async for piece in self._microphone.pieces():
            if self._over():
                return
            await self.model.handle_audio_input(_as_in_a_room(piece))

    def _over(self) -> bool:
        return self._told.complete() and not self._loudspeaker.playing()


def _as_in_a_room(piece: bytes) -> bytes:
    """48 kHz stereo, out of 24 kHz mono."""
    return numpy.frombuffer(piece, dtype=numpy.int16).repeat(4).tobytes()


async def main() -> None:
    told = heard.Heard()
    call = Call(told)
    try:
        await asyncio.wait_for(call.converse(), 30)
        await call.model.aclose()
    except TimeoutError:
        print("time is up", flush=True)
    told.finish()


if __name__ == "__main__":
    asyncio.run(main())
