package dev.soundcheck.server;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A client on a bare socket that sends whatever bytes it likes, and knows nothing of the server's
 * library. Frames are those of RFC 6455 §5.2, masked with a key of 0x01020304 unless it is said.
 */
final class Hostile implements Closeable {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;
  static final int PONG = 0x8A;

  /** Of a first byte: more of the message comes. */
  static final int MORE = 0x7F;

  static final String HANDSHAKE =
      """
      GET /v1/realtime HTTP/1.1
      Host: localhost
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

      """
          .replace("\n", "\r\n");

  /** Milliseconds. */
  private static final int PATIENCE = 5_000;

  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** A frame as it came, with a character for each byte. */
  record Frame(int first, String payload) {
    String text() {
      return new String(payload.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Of a close; 1005 stands for none. */
    int code() {
      return payload.length() < 2 ? 1005 : payload.charAt(0) << 8 | payload.charAt(1);
    }
  }

  private Hostile(MockVoiceServer server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Connected, and silent so far. */
  static Hostile dials(MockVoiceServer server) throws IOException {
    return new Hostile(server);
  }

  /** Upgraded, and nothing of a frame read yet. */
  static Hostile opens(MockVoiceServer server) throws IOException {
    Hostile client = new Hostile(server);
    String head = client.sends(HANDSHAKE).hearsHead();
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new AssertionError(head);
    }
    return client;
  }

  Hostile sends(String text) throws IOException {
    return sends(text.getBytes(StandardCharsets.UTF_8));
  }

  Hostile sends(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends what the server may not want to read to its end. */
  Hostile sendsAnyway(String text) {
    try {
      return sends(text);
    } catch (IOException refused) {
      return this;
    }
  }

  /** What comes within so many milliseconds; empty for nothing. */
  String hearsWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return hearsHead();
    } catch (SocketTimeoutException nothing) {
      return "";
    } finally {
      socket.setSoTimeout(PATIENCE);
    }
  }

  /** Whether it stays open for so many milliseconds. */
  boolean hearsNothingButFramesFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      hears(frame -> frame.first() == CLOSE);
      return false;
    } catch (SocketTimeoutException stillOpen) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE);
    }
  }

  /**
   * Sends this again and again without reading, until nothing is taken for a while or so many bytes
   * were.
   */
  long sendsUntilStuck(byte[] bytes, long most) {
    AtomicLong taken = new AtomicLong();
    Thread writer =
        new Thread(
            () -> {
              try {
                while (taken.get() < most) {
                  sends(bytes);
                  taken.addAndGet(bytes.length);
                }
              } catch (IOException closed) {
                return;
              }
            },
            "writes-until-stuck");
    writer.setDaemon(true);
    writer.start();
    AtomicLong before = new AtomicLong(-1);
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> before.getAndSet(taken.get()) == taken.get());
    return taken.get();
  }

  /** Reads what has come so far, and looks at nothing of it. */
  Hostile forgetsWhatCame() throws IOException {
    while (in.available() > 0) {
      in.skipNBytes(in.available());
    }
    return this;
  }

  /** Ends the connection with a TCP reset when it is closed. */
  Hostile resets() throws IOException {
    socket.setSoLinger(true, 0);
    return this;
  }

  /** Ends its own side of the connection, and can still read. */
  Hostile halfCloses() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The answer to a request, up to the empty line. */
  String hearsHead() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = in.read();
    while (last >= 0 && !head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(last);
      last = head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n") ? 0 : in.read();
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  /** All that comes until the server ends the connection. */
  String hearsAll() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The next frame that is wanted; others are passed over. */
  Frame hears(Predicate<Frame> wanted) throws IOException {
    Frame frame = frame();
    while (!wanted.test(frame)) {
      frame = frame();
    }
    return frame;
  }

  /** The code of the close that comes. */
  int closeCode() throws IOException {
    return hears(frame -> frame.first() == CLOSE).code();
  }

  /** Whether nothing but the end of the connection comes. */
  boolean isCut() throws IOException {
    return in.read() < 0;
  }

  private Frame frame() throws IOException {
    int first = in.read();
    int length = in.read();
    if (length < 0) {
      throw new AssertionError("the connection ended without a close frame");
    }
    if (length == 126) {
      length = ByteBuffer.wrap(in.readNBytes(2)).getShort() & 0xFFFF;
    } else if (length == 127) {
      length = (int) ByteBuffer.wrap(in.readNBytes(8)).getLong();
    }
    return new Frame(first, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  static byte[] frame(int first, String text) {
    return frame(first, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A frame of less than 64 KiB, with the shortest length that says so. */
  static byte[] frame(int first, byte[] payload) {
    byte[] length =
        payload.length < 126
            ? new byte[] {(byte) (0x80 | payload.length)}
            : new byte[] {(byte) 0xFE, (byte) (payload.length >> 8), (byte) payload.length};
    return frame(first, length, payload);
  }

  /** A frame that says what it likes about its length. */
  static byte[] frame(int first, byte[] length, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(1 + length.length + MASK.length + payload.length);
    frame.put((byte) first).put(length).put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    return frame.array();
  }

  /** Bytes as hexadecimal digits, with spaces where they help. */
  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** A close frame with this code and no reason. */
  static byte[] close(int code) {
    return frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
