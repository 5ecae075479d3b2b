package dev.soundcheck.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
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
 * Many well-behaved sessions on one thread: each asks for something now and then, and notes how
 * long the answer takes. They ask one after another, evenly over time.
 */
final class Pulse implements Closeable {
  private static final byte[] ASK =
      Hostile.frame(Hostile.TEXT, "{\"type\":\"session.update\",\"session\":{}}");

  private static final byte[] ANSWER =
      "\"type\":\"session.updated\"".getBytes(StandardCharsets.UTF_8);

  private static final long NEVER = Long.MAX_VALUE;

  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final byte[] room = new byte[1 << 18];
  private final ByteBuffer read = ByteBuffer.wrap(room);
  private int next;

  private static final class Client {
    private final SocketChannel channel;
    private long asked = NEVER;

    Client(SocketChannel channel) {
      this.channel = channel;
    }
  }

  Pulse(MockVoiceServer server, int many) throws IOException {
    InetSocketAddress there =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    for (int i = 0; i < many; i++) {
      SocketChannel channel = SocketChannel.open(there);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.write(ByteBuffer.wrap(Hostile.HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      Client client = new Client(channel);
      channel.register(selector, SelectionKey.OP_READ, client);
      clients.add(client);
    }
  }

  /** How long answers took, in nanoseconds, to questions that were asked this far apart. */
  long[] beats(Duration time, Duration apart) throws IOException {
    long[] took = new long[64];
    int answers = 0;
    long begin = System.nanoTime();
    long due = begin;
    while (due - begin < time.toNanos()) {
      long now = System.nanoTime();
      if (now >= due) {
        ask(now);
        due += apart.toNanos();
      }
      selector.select(Math.max(1, (due - System.nanoTime()) / 1_000_000));
      for (SelectionKey key : selector.selectedKeys()) {
        long answered = answer((Client) key.attachment());
        if (answered >= 0) {
          took = answers == took.length ? Arrays.copyOf(took, 2 * answers) : took;
          took[answers++] = answered;
        }
      }
      selector.selectedKeys().clear();
    }
    return Arrays.copyOf(took, answers);
  }

  /** Who still waits is passed over: its answer will tell how late it is. */
  private void ask(long now) throws IOException {
    Client client = clients.get(next++ % clients.size());
    if (client.asked == NEVER) {
      client.asked = now;
      client.channel.write(ByteBuffer.wrap(ASK));
    }
  }

  /** How long it took; negative when this is something else. The answer fits in one read. */
  private long answer(Client client) throws IOException {
    read.clear();
    if (client.channel.read(read) < 0) {
      throw new IOException("the server closed a session that did nothing wrong");
    }
    if (client.asked == NEVER || !contains(read.position())) {
      return -1;
    }
    long took = System.nanoTime() - client.asked;
    client.asked = NEVER;
    return took;
  }

  private boolean contains(int length) {
    for (int at = 0; at <= length - ANSWER.length; at++) {
      if (Arrays.equals(room, at, at + ANSWER.length, ANSWER, 0, ANSWER.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
    selector.close();
  }
}
