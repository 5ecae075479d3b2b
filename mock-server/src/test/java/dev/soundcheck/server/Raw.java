package dev.soundcheck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A client made of bytes that sees how a connection ends, and every frame that comes. */
final class Raw implements AutoCloseable {
  private static final String HANDSHAKE =
      """
      GET /v1/realtime HTTP/1.1
      Host: localhost
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

      """;

  /** A ping of the WebSocket itself, without payload, masked with zeros (RFC 6455 §5.5.2). */
  private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};

  /** What came in place of the upgrade. */
  record Answer(String head, String body) {}

  private final Socket socket;
  private final InputStream in;

  private Raw(MockVoiceServer server) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    this.in = socket.getInputStream();
    socket
        .getOutputStream()
        .write(HANDSHAKE.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Asks for the socket and is upgraded. */
  static Raw connect(MockVoiceServer server) throws IOException {
    Raw raw = new Raw(server);
    raw.head();
    return raw;
  }

  /** Asks for the socket and is answered otherwise. */
  static Answer handshake(MockVoiceServer server) {
    try (Raw raw = new Raw(server)) {
      String head = raw.head();
      int length =
          head.lines()
              .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
              .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
              .findFirst()
              .orElse(0);
      return new Answer(head, new String(raw.in.readNBytes(length), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Raw pings() throws IOException {
    socket.getOutputStream().write(PING);
    return this;
  }

  /** Reads frames up to one with this in it. */
  void readsUntil(String word) throws IOException {
    Frame frame = frame();
    while (!frame.text().contains("\"type\":\"" + word + '"')) {
      frame = frame();
    }
  }

  /** The first byte of the next frame: what kind it is. */
  int readsFrame() throws IOException {
    return frame().kind();
  }

  /** How the connection ends: as the system tells it, or empty for an orderly end. */
  Optional<String> end() {
    try {
      byte[] rest = in.readAllBytes();
      return rest.length == 0 ? Optional.empty() : Optional.of(rest.length + " bytes first");
    } catch (IOException broken) {
      return Optional.of(String.valueOf(broken.getMessage()).toLowerCase(java.util.Locale.ROOT))
          .map(why -> why.contains("reset") ? "reset" : why);
    }
  }

  /** Whether neither a byte nor the end of the connection comes. */
  boolean hearsNothingFor(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      int came = in.read();
      throw new AssertionError("came: " + came);
    } catch (SocketTimeoutException nothing) {
      return true;
    }
  }

  private record Frame(int kind, String text) {}

  private Frame frame() throws IOException {
    int kind = in.read();
    int length = in.read();
    if (length == 126) {
      length = in.read() << 8 | in.read();
    }
    return new Frame(kind, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.read());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
