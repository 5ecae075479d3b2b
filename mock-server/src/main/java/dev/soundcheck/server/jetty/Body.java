package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.ApiReply;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** What a request carries, read without a thread that waits for it. */
record Body(Request request) {
  private static final int LARGEST = 1024 * 1024;
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * Goes on when all of it is there, on a thread that may block.
   *
   * @param refused is told the answer instead, where it is too large or breaks off
   */
  void whenRead(Consumer<String> read, Consumer<ApiReply> refused) {
    if (BODILESS.contains(request.getMethod())) {
      read.accept("");
    } else {
      Promise.Invocable<byte[]> body =
          Promise.Invocable.from(
              InvocationType.BLOCKING,
              bytes -> read.accept(new String(bytes, StandardCharsets.UTF_8)),
              failure -> refused.accept(refusal(failure)));
      Content.Source.asByteArrayAsync(request, LARGEST, body);
    }
  }

  private static ApiReply refusal(Throwable failure) {
    return failure instanceof IllegalStateException
        ? ApiReply.refusal(
            HttpStatus.PAYLOAD_TOO_LARGE_413,
            "too-large",
            "The body has more than %d bytes, the most that are read.".formatted(LARGEST))
        : ApiReply.refusal(
            HttpStatus.BAD_REQUEST_400, "bad-request", "The body breaks off or cannot be read.");
  }
}
