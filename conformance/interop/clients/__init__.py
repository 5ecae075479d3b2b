"""Every client that is played, in the order of the table."""

from clients.documents_node import NodeDocument
from clients.example_app import ExampleApp
from clients.guide_python import PythonGuide

CLIENTS = [
    PythonGuide("guide, text turn (websockets 15)", "websockets-15",
                "refund/the-refund-is-answered-in-words",
                ["Your refund is on its way."]),
    PythonGuide("guide, tool call (websockets 15)", "websockets-15",
                "refund/the-request-is-classified-before-it-is-answered",
                ["Let me see who can help.", "They will refund you today."]),
    PythonGuide("guide, text turn (websockets newest)", "websockets-newest",
                "refund/the-refund-is-answered-in-words",
                ["Your refund is on its way."]),
    PythonGuide("guide, tool call (websockets newest)", "websockets-newest",
                "refund/the-request-is-classified-before-it-is-answered",
                ["Let me see who can help.", "They will refund you today."]),
    NodeDocument("gateway document, text turn (ws)", "outlook/the-weather-is-answered-in-words",
                 ["response.output_audio.delta", "response.output_audio_transcript.done",
                  "response.done"]),
    NodeDocument("gateway document, tool call (ws)", "outlook/the-weather-is-looked-up-first",
                 ["response.function_call_arguments.done", "response.done"]),
    ExampleApp("app of docs/examples, tool call", "tools/one-tool-call-with-a-spoken-preamble",
               "What is the weather in Paris?", ["It is foggy and twelve degrees in Paris."]),
]
