package dev.soundcheck.server.session;

import java.util.List;
import java.util.Optional;

/** One item of the conversation. */
public sealed interface Item {
  String id();

  Status status();

  /** Gives the item to the reader's method for its kind. */
  <R> R readBy(Reader<R> reader);

  /** How far an item is. */
  enum Status {
    IN_PROGRESS("in_progress"),
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    /** As written in {@code status}. */
    public String wire() {
      return wire;
    }
  }

  /** One part of a message: text, or the transcript of sound. */
  record Content(String type, Optional<String> text, Optional<String> transcript) {
    static Content audio(String transcript) {
      return new Content("audio", Optional.empty(), Optional.of(transcript));
    }

    static Content inputAudio(String transcript) {
      return new Content("input_audio", Optional.empty(), Optional.of(transcript));
    }
  }

  /** Something said, typed or spoken. */
  record Message(String id, Status status, String role, List<Content> content) implements Item {
    public Message {
      content = List.copyOf(content);
    }

    @Override
    public <R> R readBy(Reader<R> reader) {
      return reader.message(this);
    }
  }

  /** A call of a client's tool; arguments as JSON text. */
  record Call(String id, Status status, String callId, String tool, String arguments)
      implements Item {
    @Override
    public <R> R readBy(Reader<R> reader) {
      return reader.call(this);
    }
  }

  /** What a client's tool gave back. */
  record Output(String id, Status status, String callId, String output) implements Item {
    @Override
    public <R> R readBy(Reader<R> reader) {
      return reader.output(this);
    }
  }

  /** Reads items by kind. */
  interface Reader<R> {
    R message(Message message);

    R call(Call call);

    R output(Output output);
  }
}
