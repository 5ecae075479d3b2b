"""A small voice app: asks the service what its user wants to know, runs its tools, prints what is said.

    python app.py ws://127.0.0.1:8765/v1/realtime "What is the weather in Paris?"

A test gives what the user says in SOUNDCHECK_TURNS, a line each, or in SOUNDCHECK_SAY.
"""

import json
import os
import sys

from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import connect

PATIENCE = 10  # seconds in which something has to come
TOOLS = {"get_weather": lambda city: f"foggy in {city}", "get_time": lambda city: f"noon in {city}"}
SESSION = {
    "turn_detection": {"type": "server_vad"},
    "tools": [
        {"type": "function", "name": name, "description": f"{name} of a city",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}
        for name in TOOLS
    ],
}


class App:
    """One call: the user's turns one after another, each after the answer to the last."""

    def __init__(self, socket, turns):
        self.socket = socket
        self.turns = turns
        self.calls = {}

    def run(self):
        self.send("session.update", session=SESSION)
        self.next_turn()
        while True:
            message = self.socket.recv(timeout=PATIENCE)
            if isinstance(message, str):
                self.see(message)

    def see(self, message):
        try:
            event = json.loads(message)
        except ValueError:
            return  # broken off on the way: the next one may be whole
        match event.get("type"):
            case "response.output_audio_transcript.done":
                print("assistant:", event.get("transcript", ""), flush=True)
            case "response.function_call_arguments.done":
                self.calls[event["call_id"]] = event
            case "response.done":
                self.finished()
            case "error":
                print("error:", event.get("error"), flush=True)

    def finished(self):
        """All calls of an answer are answered before the next one is asked for."""
        calls, self.calls = self.calls, {}
        for call_id, call in calls.items():
            output = run_tool(call.get("name", ""), call.get("arguments", ""))
            print(f"tool: {call.get('name')} -> {output}", flush=True)
            self.create({"type": "function_call_output", "call_id": call_id, "output": output})
        if calls:
            self.send("response.create")
        else:
            self.next_turn()

    def next_turn(self):
        if self.turns:
            words = self.turns.pop(0)
            print("user:", words, flush=True)
            self.create({"type": "message", "role": "user", "content": [{"type": "input_text", "text": words}]})
            self.send("response.create")

    def create(self, item):
        self.send("conversation.item.create", item=item)

    def send(self, kind, **members):
        self.socket.send(json.dumps({"type": kind, **members}))


def run_tool(name, arguments):
    try:
        return TOOLS[name](**json.loads(arguments))
    except (KeyError, TypeError, ValueError) as wrong:
        return f"failed: {wrong!r}"


def main(url, words):
    said = words or os.environ.get("SOUNDCHECK_TURNS") or os.environ.get("SOUNDCHECK_SAY", "")
    key = os.environ.get("SOUNDCHECK_KEY") or os.environ.get("XAI_API_KEY", "")
    try:
        with connect(url, additional_headers={"Authorization": f"Bearer {key}"}, max_size=None) as socket:
            App(socket, said.splitlines()).run()
    except TimeoutError:
        return 0  # nothing more comes: the call is over
    except ConnectionClosed as closed:
        print("closed:", closed, flush=True)
        return 0  # whoever ended it, the app knows what to do
    except (InvalidHandshake, OSError) as refused:
        print("no connection:", refused, flush=True)
        return 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], "\n".join(sys.argv[2:])))
