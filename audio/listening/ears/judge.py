"""Says of sound, frame by frame, whether other detectors take it for speech.

Reads from standard input: how many samples (32 bits), then that many samples of 16 kHz (16 bits),
all little-endian; again and again until the end. Writes for each: a byte for every 10 ms, whether
WebRTC's detector says speech (mode 2), then a float for every 32 ms, how sure Silero's is.
"""

import pathlib
import struct
import sys

import numpy
import onnxruntime
import webrtcvad

RATE = 16_000
FRAME = RATE // 100
CHUNK = 512
CONTEXT = 64


def webrtc(sound):
    detector = webrtcvad.Vad(2)
    frames = [sound[at : at + FRAME] for at in range(0, len(sound) - FRAME + 1, FRAME)]
    return bytes(detector.is_speech(frame.tobytes(), RATE) for frame in frames)


def silero(model, sound):
    chunks = len(sound) // CHUNK
    floats = sound[: chunks * CHUNK].astype(numpy.float32) / 32_768
    padded = numpy.concatenate([numpy.zeros(CONTEXT, numpy.float32), floats])
    rows = numpy.stack([padded[i * CHUNK : i * CHUNK + CONTEXT + CHUNK] for i in range(chunks)])
    nothing = numpy.zeros((1, 1, 128), numpy.float32)
    return model.run(["speech_probs"], {"input": rows, "h": nothing, "c": nothing})[0]


def main(model_file):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = onnxruntime.InferenceSession(model_file, options)
    while True:
        header = sys.stdin.buffer.read(4)
        if not header:
            return
        (samples,) = struct.unpack("<i", header)
        sound = numpy.frombuffer(sys.stdin.buffer.read(2 * samples), "<i2")
        sys.stdout.buffer.write(webrtc(sound))
        sys.stdout.buffer.write(silero(model, sound).astype("<f4").tobytes())
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])
