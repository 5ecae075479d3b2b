package dev.soundcheck.conformance.tool;

import dev.soundcheck.script.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a command: the arguments in, the output out, both within limits. */
final class CommandRun {
  /** What a model is told at most; no tool of the sources answers with more than a page. */
  static final int LONGEST = 64 * 1024;

  private static final int COMPLAINT = 2_000;

  private final Process process;
  private final Family family;
  private final CompletableFuture<byte[]> output = new CompletableFuture<>();
  private final CompletableFuture<byte[]> complaint;
  private final long endsAt;

  private CommandRun(Process process, Mark mark, String arguments, Duration limit, Executor pipes) {
    this.process = process;
    this.family = new Family(process.toHandle(), mark, ProcFolder.OF_THIS_MACHINE);
    this.endsAt = System.nanoTime() + limit.toNanos();
    this.complaint =
        CompletableFuture.supplyAsync(() -> read(process.getErrorStream(), COMPLAINT), pipes);
    pipes.execute(() -> write(arguments, process.getOutputStream()));
  }

  /**
   * Runs it to its end.
   *
   * @param limit how long it may take
   * @param pipes runs what waits for the program to read and write
   * @return what it wrote, without the line ends at its end
   * @throws FailedException when it did not come to a good end
   */
  static String of(List<String> words, Reply.Call call, Duration limit, Executor pipes)
      throws FailedException {
    ProcessBuilder program = new ProcessBuilder(words);
    program.environment().put("SOUNDCHECK_TOOL", call.tool());
    program.environment().put("SOUNDCHECK_CALL_ID", call.callId());
    Mark mark = Mark.unique();
    mark.putOn(program.environment());
    CommandRun run = begin(program, mark, call.arguments(), limit, pipes);
    try {
      return run.result();
    } catch (TimeoutException late) {
      run.kill();
      throw new FailedException("no end within %d ms".formatted(limit.toMillis()));
    } catch (InterruptedException stopped) {
      run.kill();
      Thread.currentThread().interrupt();
      throw new FailedException("the conversation ended before it did");
    }
  }

  private static CommandRun begin(
      ProcessBuilder program, Mark mark, String arguments, Duration limit, Executor pipes)
      throws FailedException {
    CompletableFuture<CommandRun> begun = new CompletableFuture<>();
    pipes.execute(
        () -> {
          try {
            begin(program.start(), mark, arguments, limit, pipes, begun);
          } catch (IOException | RuntimeException unstartable) {
            begun.completeExceptionally(unstartable);
          }
        });
    try {
      return begun.join();
    } catch (CompletionException failed) {
      Throwable why = failed.getCause() == null ? failed : failed.getCause();
      throw new FailedException("cannot be started: " + why.getMessage());
    }
  }

  /** Who starts it has the lock of its output at once, and keeps it: {@link Reading} says why. */
  private static void begin(
      Process process,
      Mark mark,
      String arguments,
      Duration limit,
      Executor pipes,
      CompletableFuture<CommandRun> begun) {
    synchronized (process.getInputStream()) {
      CommandRun run = new CommandRun(process, mark, arguments, limit, pipes);
      begun.complete(run);
      run.output.complete(read(process.getInputStream(), LONGEST + 1));
    }
  }

  private String result() throws FailedException, TimeoutException, InterruptedException {
    byte[] bytes = await(output);
    if (bytes.length > LONGEST) {
      kill();
      throw new FailedException("it wrote more than %d bytes".formatted(LONGEST));
    }
    if (!process.waitFor(left(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      throw new FailedException("exit status %d%s".formatted(process.exitValue(), complaint()));
    }
    return text(bytes).replaceFirst("[\\r\\n]+$", "");
  }

  private static String text(byte[] bytes) throws FailedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new FailedException("what it wrote is not UTF-8");
    }
  }

  /** The last line that it wrote to standard error. */
  private String complaint() throws InterruptedException {
    try {
      String said = new String(await(complaint), StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "" : ": " + said.substring(said.lastIndexOf('\n') + 1);
    } catch (TimeoutException endless) {
      return "";
    }
  }

  private byte[] await(CompletableFuture<byte[]> bytes)
      throws TimeoutException, InterruptedException {
    try {
      return bytes.get(left(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException broken) {
      throw new CompletionException(broken);
    }
  }

  private long left() {
    return Math.max(0, endsAt - System.nanoTime());
  }

  /** With what it started, which would go on otherwise; who ends well may leave something. */
  private void kill() {
    family.kill();
    process.destroyForcibly();
  }

  /** A pipe that breaks has ended. */
  private static byte[] read(InputStream from, int most) {
    try {
      return from.readNBytes(most);
    } catch (IOException broken) {
      return new byte[0];
    }
  }

  /** A program that does not read its arguments needs none. */
  private static void write(String arguments, OutputStream to) {
    try (to) {
      to.write(arguments.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      return;
    }
  }

  /** Why a command gave no output. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    FailedException(String why) {
      super(why);
    }
  }
}
