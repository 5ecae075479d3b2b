package dev.soundcheck.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many clients on one thread that do as little as can be done, so that what is measured is the
 * server: they note when each piece of sound arrives, and look at nothing else.
 */
final class Crowd implements Closeable {
  private static final String UPGRADE =
      """
      GET %s HTTP/1.1\r
      Host: %s:%d\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: 13\r
      \r
      """;

  private static final byte[] DELTA =
      "\"type\":\"response.output_audio.delta\"".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();

  /** One of them: what is left of the last frame, and when pieces came, in nanoseconds. */
  private static final class Client {
    private final SocketChannel channel;
    private ByteBuffer read = ByteBuffer.allocate(1 << 16);
    private boolean upgraded;
    private long[] arrivals = new long[64];
    private int pieces;

    Client(SocketChannel channel) {
      this.channel = channel;
    }

    void arrived(long now) {
      if (pieces == arrivals.length) {
        arrivals = Arrays.copyOf(arrivals, 2 * pieces);
      }
      arrivals[pieces++] = now;
    }
  }

  /** Opens so many connections, one after another. */
  Crowd(URI server, int many) throws IOException {
    for (int i = 0; i < many; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      String request = UPGRADE.formatted(server.getPath(), server.getHost(), server.getPort());
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      Client client = new Client(channel);
      channel.register(selector, SelectionKey.OP_READ, client);
      clients.add(client);
    }
    while (!clients.stream().allMatch(client -> client.upgraded)) {
      listen(Duration.ofMillis(100));
    }
  }

  /** Each types this and asks for an answer. */
  void types(String words) throws IOException {
    String item =
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",\
        "content":[{"type":"input_text","text":"%s"}]}}"""
            .formatted(words);
    for (Client client : clients) {
      client.channel.write(masked(item));
      client.channel.write(masked("{\"type\":\"response.create\"}"));
    }
  }

  /** Until each has so many pieces, or for so long. */
  void listensFor(Duration longest, int pieces) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end
        && !clients.stream().allMatch(client -> client.pieces >= pieces)) {
      listen(Duration.ofMillis(100));
    }
  }

  /** When the pieces of each arrived. */
  List<long[]> arrivals() {
    return clients.stream().map(client -> Arrays.copyOf(client.arrivals, client.pieces)).toList();
  }

  /** Text of less than 64 KiB, masked with zeros, which leaves it as it is. */
  private static ByteBuffer masked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8);
    frame.put((byte) 0x81);
    if (bytes.length < 126) {
      frame.put((byte) (0x80 | bytes.length));
    } else {
      frame.put((byte) 0xFE).putShort((short) bytes.length);
    }
    return frame.putInt(0).put(bytes).flip();
  }

  private void listen(Duration limit) throws IOException {
    selector.select(limit.toMillis());
    long now = System.nanoTime();
    for (SelectionKey key : selector.selectedKeys()) {
      read((Client) key.attachment(), now);
    }
    selector.selectedKeys().clear();
  }

  private static void read(Client client, long now) throws IOException {
    if (client.channel.read(client.read) < 0) {
      throw new IOException("the server closed a connection");
    }
    client.read.flip();
    if (!client.upgraded) {
      client.upgraded = skippedHead(client.read);
    }
    while (client.upgraded && frame(client, now)) {}
    client.read.compact();
    if (!client.read.hasRemaining()) {
      ByteBuffer larger = ByteBuffer.allocate(2 * client.read.capacity());
      client.read = larger.put(client.read.flip());
    }
  }

  private static boolean skippedHead(ByteBuffer read) {
    for (int at = read.position() + 3; at < read.limit(); at++) {
      if (read.getInt(at - 3) == 0x0D0A0D0A) {
        read.position(at + 1);
        return true;
      }
    }
    return false;
  }

  /** Takes one frame; false while it is not whole. */
  private static boolean frame(Client client, long now) {
    ByteBuffer read = client.read;
    if (read.remaining() < 2) {
      return false;
    }
    int start = read.position();
    int shortLength = read.get(start + 1) & 0x7F;
    int head = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
    if (read.remaining() < head) {
      return false;
    }
    int length =
        shortLength < 126
            ? shortLength
            : shortLength == 126
                ? read.getShort(start + 2) & 0xFFFF
                : (int) read.getLong(start + 2);
    if (read.remaining() < head + length) {
      return false;
    }
    if (isDelta(read, start + head, length)) {
      client.arrived(now);
    }
    read.position(start + head + length);
    return true;
  }

  /** The type is among the first or the last members, whatever the profile. */
  private static boolean isDelta(ByteBuffer read, int from, int length) {
    int last = from + length - DELTA.length;
    for (int at = from; at <= last; at++) {
      boolean near = at - from < 400 || last - at < 400;
      if (near && read.get(at) == '"' && matches(read, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(ByteBuffer read, int at) {
    for (int i = 0; i < DELTA.length; i++) {
      if (read.get(at + i) != DELTA[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
    selector.close();
  }
}
