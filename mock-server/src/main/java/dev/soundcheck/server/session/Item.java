package dev.soundcheck.server.session;

import java.util.List;
import tools.jackson.databind.JsonNode;

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

  /** One part of a message: text, the transcript of sound, or the address of an image. */
  record Content(String type, Form form, String value) {
    /** What a part holds. */
    public enum Form {
      TEXT("text"),
      TRANSCRIPT("transcript"),
      IMAGE("image_url");

      private final String wire;

      Form(String wire) {
        this.wire = wire;
      }

      /** The key of the value. */
      public String wire() {
        return wire;
      }
    }

    static Content audio(String transcript) {
      return new Content("audio", Form.TRANSCRIPT, transcript);
    }

    static Content text(String words) {
      return new Content("text", Form.TEXT, words);
    }

    static Content inputAudio(String transcript) {
      return new Content("input_audio", Form.TRANSCRIPT, transcript);
    }

    /** The part as a client sent it. */
    static Content of(JsonNode part) {
      String type = part.path("type").asString("input_text");
      Form form =
          type.endsWith("audio")
              ? Form.TRANSCRIPT
              : type.endsWith("image") ? Form.IMAGE : Form.TEXT;
      return new Content(type, form, part.path(form.wire()).asString(""));
    }

    /** What the part says in words; nothing for an image. */
    String words() {
      return form == Form.IMAGE ? "" : value;
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
