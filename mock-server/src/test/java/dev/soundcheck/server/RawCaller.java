package dev.soundcheck.server;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client made of bytes, for what no decent client would send. It reads only when asked to. */
final class RawCaller implements AutoCloseable {
  private static final String HANDSHAKE =
      """
      GET /v1/realtime HTTP/1.1
      Host: localhost
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

      """;

  private final Socket socket;

  RawCaller(MockVoiceServer server) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  /** Asks for a WebSocket, and does not wait for the answer. */
  RawCaller shakesHands() throws IOException {
    return says(HANDSHAKE);
  }

  /** Sends lines as HTTP has them. */
  RawCaller says(String lines) throws IOException {
    return sends(lines.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  RawCaller sends(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** All that comes until the server closes. */
  String hearsAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** All that comes up to these words. */
  String hearsUntil(String words) throws IOException {
    StringBuilder heard = new StringBuilder();
    while (heard.indexOf(words) < 0) {
      int one = socket.getInputStream().read();
      if (one < 0) {
        throw new EOFException("'%s' does not come after: %s".formatted(words, heard));
      }
      heard.append((char) one);
    }
    return heard.toString();
  }

  /** A text frame of up to 125 bytes, masked with zeros, which leaves the text as it is. */
  static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[payload.length + 6];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
