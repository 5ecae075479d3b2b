"""Sessions with a realtime endpoint, for Locust: typed turns, or a WAV file spoken in real time.

    locust -f locustfile.py --headless --users 50 --spawn-rate 50 --run-time 30s --host ws://127.0.0.1:8765

The times have the names and meanings of `soundcheck load` (docs/load-json.md): connect, firstDelta
and turn, in milliseconds. XAI_API_KEY is shown where it is set.
"""

import base64
import json
import os
import time
import wave

import gevent
from locust import User, events, task
from websocket import create_connection

PIECE = 0.02  # seconds of sound in a message


@events.init_command_line_parser.add_listener
def options(parser):
    parser.add_argument("--say", default="Hello", help="what is typed; several turns have | between them")
    parser.add_argument("--wav", default="", help="spoken in place of it: PCM16, mono, 24 kHz")
    parser.add_argument("--turns", type=int, default=0, help="turns of a session before it dials again; 0 for any")
    parser.add_argument("--pause", type=float, default=0, help="seconds between turns")


class Caller(User):
    """One client: dials, is set up, and has turn after turn."""

    def on_start(self):
        self.options = self.environment.parsed_options
        self.sound = spoken(self.options.wav) if self.options.wav else b""
        self.dial()

    def on_stop(self):
        self.socket.close()

    def dial(self):
        began = time.perf_counter()
        key = os.environ.get("XAI_API_KEY", "")
        try:
            self.socket = create_connection(
                self.host.rstrip("/") + "/v1/realtime", timeout=20,
                header=[f"Authorization: Bearer {key}"] if key else [])
            self.until("session.created")
        except Exception as trouble:
            self.tell("connect", began, trouble)
            raise
        self.tell("connect", began)
        detection = {"type": "server_vad"} if self.sound else None
        self.send(type="session.update", session={"turn_detection": detection})
        self.until("session.updated")
        self.had = 0

    @task
    def turn(self):
        if self.options.turns and self.had == self.options.turns:
            self.socket.close()
            self.dial()
        began = time.perf_counter()
        try:
            if self.sound:
                began = self.speak()
            else:
                self.type()
            self.until("response.output_audio.delta", "response.output_text.delta")
            self.tell("firstDelta", began)
            self.until("response.done")
            self.tell("turn", began)
        except Exception as trouble:
            self.tell("turn", began, trouble)
            self.socket.close()
            self.dial()
        self.had += 1
        gevent.sleep(self.options.pause)

    def type(self):
        words = self.options.say.split("|")
        text = {"type": "input_text", "text": words[self.had % len(words)]}
        self.send(type="conversation.item.create", item={"type": "message", "role": "user", "content": [text]})
        self.send(type="response.create")

    def speak(self):
        """The file in real time, then as much silence as ends a turn; returns when the file was over."""
        began, size = time.perf_counter(), int(24_000 * PIECE) * 2
        sound = self.sound + bytes(24_000 * 2)
        pieces = [sound[at:at + size] for at in range(0, len(sound), size)]
        over = began + len(self.sound) / 48_000
        for number, piece in enumerate(pieces):
            gevent.sleep(max(0, began + number * PIECE - time.perf_counter()))
            self.send(type="input_audio_buffer.append", audio=base64.b64encode(piece).decode())
        return over

    def send(self, **event):
        self.socket.send(json.dumps(event))

    def until(self, *types):
        """The next event of one of these types; an error of the server ends the wait."""
        while True:
            event = json.loads(self.socket.recv())
            if event["type"] in types:
                return event
            if event["type"] == "error":
                raise RuntimeError(event["error"].get("message", "an error without words"))

    def tell(self, what, began, trouble=None):
        self.environment.events.request.fire(
            request_type="realtime", name=what, response_time=(time.perf_counter() - began) * 1000,
            response_length=0, exception=trouble, context={})


def spoken(path):
    with wave.open(path) as file:
        kind = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        if kind != (1, 2, 24_000):
            raise SystemExit(f"{path}: expected PCM16, mono, 24 kHz, found {kind[0]} channels, "
                             f"{kind[1] * 8} bits, {kind[2]} Hz. Convert it: sox {path} -r 24000 -b 16 -c 1 out.wav")
        return file.readframes(file.getnframes())
