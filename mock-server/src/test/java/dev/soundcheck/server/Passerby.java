package dev.soundcheck.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** What somebody does who comes and goes at once. */
enum Passerby {
  /** Opens a session and closes it as it should be. */
  POLITE {
    @Override
    void visits(MockVoiceServer server) throws IOException {
      try (Hostile client = Hostile.opens(server)) {
        client.sends(Hostile.close(1000)).hearsAll();
      }
    }
  },
  /** Opens a session, says something and has an answer, and closes it. */
  TALKATIVE {
    @Override
    void visits(MockVoiceServer server) throws IOException {
      try (Hostile client = Hostile.opens(server)) {
        client.sends(Hostile.frame(Hostile.TEXT, ITEM));
        client.sends(Hostile.frame(Hostile.TEXT, UPDATE));
        client.hears(frame -> frame.payload().contains("session.updated"));
        client.sends(Hostile.close(1000)).hearsAll();
      }
    }
  },
  /** Opens a session and is gone. */
  RUDE {
    @Override
    void visits(MockVoiceServer server) throws IOException {
      try (Hostile client = Hostile.opens(server)) {
        client.resets();
      }
    }
  },
  /** Connects, says nothing, and is gone. */
  SILENT {
    @Override
    void visits(MockVoiceServer server) throws IOException {
      URI uri = server.uri();
      try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
        socket.setSoLinger(true, 0);
      }
    }
  };

  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";
  private static final String ITEM =
      "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\","
          + "\"content\":[{\"type\":\"input_text\",\"text\":\"hello\"}]}}";

  abstract void visits(MockVoiceServer server) throws IOException;
}
