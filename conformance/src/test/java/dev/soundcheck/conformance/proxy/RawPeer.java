package dev.soundcheck.conformance.proxy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a WebSocket made of bytes, for what libraries hide: each frame as it is (RFC 6455
 * section 5.2).
 */
final class RawPeer implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int PATIENCE_MILLIS = 20_000;
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** A frame; {@code payload} as ISO 8859-1, so that it can be compared. */
  record Frame(int opcode, String payload) {
    static Frame close(int code, String reason) {
      byte[] two = ByteBuffer.allocate(2).putShort((short) code).array();
      return new Frame(CLOSE, new String(two, StandardCharsets.ISO_8859_1) + reason);
    }

    byte[] bytes() {
      return payload.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final boolean masks;

  RawPeer(Socket socket, boolean masks) throws IOException {
    this.socket = socket;
    this.masks = masks;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** A client that has sent its handshake, with these lines added. */
  static RawPeer dials(int port, String path, String... headers) throws IOException {
    RawPeer peer = new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port), true);
    String more = String.join("", Arrays.stream(headers).map(line -> line + "\n").toList());
    peer.says(
        """
        GET %s HTTP/1.1
        Host: 127.0.0.1:%d
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
        %s
        """
            .formatted(path, port, more));
    return peer;
  }

  /** Lines as HTTP has them. */
  void says(String lines) throws IOException {
    sends(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The other's head, up to the empty line. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Everything up to the end. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** So many bytes of a body. */
  String body(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Accepts an upgrade, with these lines added; returns what was asked. */
  String accepts(String... headers) throws IOException {
    String asked = head();
    Matcher key = Pattern.compile("(?i)sec-websocket-key: *(\\S+)").matcher(asked);
    if (!key.find()) {
      throw new EOFException("no key in " + asked);
    }
    String more = String.join("", Arrays.stream(headers).map(line -> line + "\n").toList());
    says(
        "HTTP/1.1 101 Switching Protocols\nConnection: Upgrade\nUpgrade: websocket\n"
            + "Sec-WebSocket-Accept: %s\n%s\n".formatted(answer(key.group(1)), more));
    return asked;
  }

  private static String answer(String key) throws IOException {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException missing) {
      throw new IOException(missing);
    }
  }

  RawPeer sends(int opcode, String payload) throws IOException {
    return sends(new Frame(opcode, payload));
  }

  RawPeer sends(Frame frame) throws IOException {
    sends(wire(0x80 | frame.opcode(), frame.bytes()));
    return this;
  }

  /** One frame as it lies on the wire; masked with zeros, which leaves the payload as it is. */
  byte[] wire(int first, byte[] payload) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    int mask = masks ? 0x80 : 0;
    wire.write(first);
    if (payload.length < 126) {
      wire.write(mask | payload.length);
    } else if (payload.length < 65_536) {
      wire.write(mask | 126);
      wire.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      wire.write(mask | 127);
      wire.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    wire.writeBytes(new byte[masks ? 4 : 0]);
    wire.writeBytes(payload);
    return wire.toByteArray();
  }

  void sends(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The next frame. */
  Frame hears() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    int second = in.readUnsignedByte();
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] mask = in.readNBytes((second & 0x80) == 0 ? 0 : 4);
    byte[] payload = in.readNBytes((int) length);
    for (int i = 0; i < payload.length && mask.length > 0; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Frame(opcode, new String(payload, StandardCharsets.ISO_8859_1));
  }

  /** Whether the other is gone without a word. */
  boolean hearsNothingMore() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
