"""A processor that tells what goes by: before the service the user's words, behind it what the assistant says."""

import heard
from open_microphone import Loudspeaker
from pipecat.frames.frames import (
    ErrorFrame,
    InterruptionFrame,
    TranscriptionFrame,
    TTSAudioRawFrame,
    TTSTextFrame,
)
from pipecat.processors.frame_processor import FrameProcessor


class Listener(FrameProcessor):
    def __init__(self, told: heard.Heard, loudspeaker: Loudspeaker):
        super().__init__()
        self._told = told
        self._loudspeaker = loudspeaker

    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        match frame:
            case TranscriptionFrame():
                self._told.user_said(frame.text)
            case TTSTextFrame():
                self._told.said(frame.text)
            case TTSAudioRawFrame():
                self._sounds(len(frame.audio) / 2 / frame.sample_rate)
            case InterruptionFrame():
                self._interrupted()
            case ErrorFrame():
                print("error:", frame.error, flush=True)
        await self.push_frame(frame, direction)

    def _sounds(self, seconds: float) -> None:
        self._told.sounded(seconds)
        self._loudspeaker.play(seconds)

    def _interrupted(self) -> None:
        """It comes whenever the user begins to speak; an interruption it is only while something plays."""
        if self._loudspeaker.stop():
            self._told.was_interrupted()
