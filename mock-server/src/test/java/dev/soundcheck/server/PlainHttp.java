package dev.soundcheck.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP/1.1 on one connection that is kept, with requests that no HTTP library would make. */
final class PlainHttp implements AutoCloseable {
  private final URI server;
  private Socket socket;
  private InputStream in;

  PlainHttp(URI server) throws IOException {
    this.server = server;
    socket = new Socket(server.getHost(), server.getPort());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Asks for something; once more on a new connection when the server has left this one.
   *
   * @param head the first line without the version, and headers after line breaks
   * @return the status
   */
  int asks(String head, byte[] body) throws IOException {
    try {
      return asked(head, body);
    } catch (IOException left) {
      socket.close();
      connect();
      return asked(head, body);
    }
  }

  private void connect() throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    in = new BufferedInputStream(socket.getInputStream());
  }

  private int asked(String head, byte[] body) throws IOException {
    String[] lines = head.split("\n", 2);
    String request =
        "%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(
                lines[0],
                server.getAuthority(),
                body.length,
                lines.length > 1 ? lines[1] + "\r\n" : "");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(request.getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(body);
    socket.getOutputStream().write(whole.toByteArray());
    return answer(lines[0].startsWith("HEAD"));
  }

  private int answer(boolean bodiless) throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      closes = closes || lower.equals("connection: close");
    }
    if (!bodiless && in.readNBytes(length).length < length) {
      throw new EOFException("the answer was cut");
    }
    if (closes) {
      socket.close();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed in the midst of an answer: " + line);
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
