package dev.soundcheck.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a role does now. */
public sealed interface Act {
  /**
   * Server: one response made of these parts in order. It may come long after the turn that asked
   * for it, and where nobody asked.
   */
  record Answer(List<Part> parts) implements Act {
    public Answer {
      parts = List.copyOf(parts);
    }
  }

  /** Client: {@code session.update} with this {@code session}. */
  record Configure(ObjectNode session) implements Act {}

  /**
   * Client: speaks; from the file where there is one, else with its own voice. With server VAD a
   * silence follows that ends the turn; with manual turns (configured with a null {@code
   * turn_detection}, or not configured at all) {@code input_audio_buffer.commit} does.
   */
  record Say(String words, Optional<Path> wav) implements Act {}

  /** Client: a typed message and {@code response.create}. */
  record Type(String words) implements Act {}

  /** Client: gives back what tools returned, all of them, then {@code response.create}. */
  record GiveOutputs(List<Turn.ToolOutput> outputs) implements Act {
    public GiveOutputs {
      outputs = List.copyOf(outputs);
    }
  }

  /** Either: this event, as written; what every event must have is filled in. */
  record Send(String type, ObjectNode body) implements Act {}

  /** Server: the MCP server of this label will not tell its tools, for this reason. */
  record Unlisted(String label, String why) implements Act {}

  /** Server: this goes wrong from now on. */
  record Misbehave(Fault fault) implements Act {}

  /** Server: the speech of the next turn is taken for this before its transcript is known. */
  record Mishear(String words) implements Act {}

  /** Server: the caller on the telephone speaks; from the file where there is one. */
  record Caller(String words, Optional<Path> wav) implements Act {}

  /** Server: the caller on the telephone presses these keys. */
  record Press(String keys) implements Act {}

  /** Server: how the transfer of the call ended that the client asked for. */
  record AnswerTransfer(Transfer transfer) implements Act {}

  /** Client: wants the telephone call transferred there, over HTTP. */
  record Refer(String target) implements Act {}

  /** Client: ends the telephone call, over HTTP. */
  record HangUpCall() implements Act {}

  /** Either: closes the connection; with 1006 without a word, as a broken one. */
  record Close(int code, String reason) implements Act {}

  /** Client: says nothing for so long, with the microphone open. */
  record StaySilent(Duration length) implements Act {}

  /** One part of an answer. */
  sealed interface Part {}

  /** Spoken words; from the file where there is one, else with the voice. */
  record Speech(String words, Optional<Path> wav) implements Part {}

  /** A call of a client's tool with arguments as JSON text. */
  record Call(String tool, String arguments) implements Part {}

  /** A search that the server runs, unseen, for so long. */
  record Search(Duration lasting) implements Part {}

  /**
   * A use of a tool of an MCP server, which the server runs.
   *
   * @param arguments as JSON text
   * @param failure what goes wrong; empty when nothing does
   */
  record Use(String tool, String arguments, Optional<String> failure) implements Part {}
}
