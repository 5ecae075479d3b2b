"""A microphone that is always on, and a loudspeaker that plays in real time, for clients that leave both to their user."""

import asyncio
import os
import time
import wave

RATE = 24_000
PIECE = RATE // 50 * 2  # 20 ms of PCM16 mono


class Microphone:
    """Gives pieces of 20 ms in real time: what was last said, and silence otherwise."""

    def __init__(self):
        self._ahead: list[bytes] = []

    def say(self) -> None:
        """What SOUNDCHECK_WAV has; what is heard of it is up to the scenario."""
        with wave.open(os.environ["SOUNDCHECK_WAV"]) as file:
            sound = file.readframes(file.getnframes())
        sound += bytes(-len(sound) % PIECE)
        self._ahead += [sound[at:at + PIECE] for at in range(0, len(sound), PIECE)]

    async def pieces(self):
        due = time.monotonic()
        while True:
            yield self._ahead.pop(0) if self._ahead else bytes(PIECE)
            due += 0.02
            await asyncio.sleep(max(0.0, due - time.monotonic()))


class Loudspeaker:
    """Knows until when it plays what it was given; what comes sooner than it can be played waits."""

    def __init__(self):
        self._until = 0.0
        self._given = 0

    def play(self, seconds: float) -> None:
        self._until = max(self._until, time.monotonic()) + seconds
        self._given += 1

    def stop(self) -> bool:
        """Whether there was anything to stop."""
        playing, self._until = self.playing(), 0.0
        return playing

    def playing(self) -> bool:
        return time.monotonic() < self._until

    async def heard(self, seconds: float = 0.5) -> None:
        """Waits for the next sound, and until so much of it was heard."""
        await self._next()
        await asyncio.sleep(seconds)

    async def silent(self) -> None:
        """Waits for the next sound, and until all of it was heard."""
        await self._next()
        while self.playing():
            await asyncio.sleep(0.02)

    async def _next(self) -> None:
        before = self._given
        while self._given == before:
            await asyncio.sleep(0.02)


async def speak(microphone: Microphone, loudspeaker: Loudspeaker, breaks_in: bool) -> None:
    """Takes the spoken turn; with another, says that one as soon as the answer is heard."""
    microphone.say()
    if breaks_in:
        await loudspeaker.heard()
        microphone.say()
