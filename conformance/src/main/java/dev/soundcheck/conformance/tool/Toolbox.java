package dev.soundcheck.conformance.tool;

import dev.soundcheck.conformance.client.Tools;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tools of a client. Calls of one response are answered side by side, and told together. */
public final class Toolbox implements Tools, AutoCloseable {
  /** However many calls a server makes at once, this machine has other things to do. */
  private static final int AT_ONCE = 8;

  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Duration limit;
  private final List<Use> uses = new CopyOnWriteArrayList<>();
  private final ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE, Toolbox::daemon);
  private final ExecutorService pipes = Executors.newCachedThreadPool(Toolbox::daemon);

  /**
   * Holds these; of two with one name the second.
   *
   * @param limit how long a command may take
   */
  public Toolbox(Collection<Tool> tools, Duration limit) {
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
    this.limit = limit;
  }

  /** A box without tools says nothing of them. */
  @Override
  public void describe(ObjectNode session) {
    if (!tools.isEmpty()) {
      ArrayNode all = session.putArray("tools");
      tools.values().forEach(tool -> all.add(tool.declaration().deepCopy()));
    }
  }

  /** The calls that were answered so far, in the order in which they were. */
  public List<Use> uses() {
    return List.copyOf(uses);
  }

  @Override
  public CompletableFuture<List<Turn.ToolOutput>> answer(List<Reply.Call> calls) {
    List<CompletableFuture<Use>> all = calls.stream().map(this::begin).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                all.stream()
                    .map(CompletableFuture::join)
                    .map(use -> new Turn.ToolOutput(use.callId(), use.tool(), use.output()))
                    .toList());
  }

  /** Ends what is still running. */
  @Override
  public void close() {
    runs.shutdownNow();
    pipes.shutdown();
  }

  private CompletableFuture<Use> begin(Reply.Call call) {
    long began = System.nanoTime();
    return CompletableFuture.supplyAsync(() -> use(call, began), runs);
  }

  private Use use(Reply.Call call, long began) {
    Optional<String> failure = Optional.empty();
    String output;
    try {
      output = output(call);
    } catch (CommandRun.FailedException failed) {
      failure = Optional.of(String.valueOf(failed.getMessage()));
      output = error(call.tool(), failed);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Use use = new Use(call.callId(), call.tool(), call.arguments(), output, failure, took);
    uses.add(use);
    return use;
  }

  private String output(Reply.Call call) throws CommandRun.FailedException {
    Tool tool = tools.get(call.tool());
    if (tool == null) {
      return Tools.unknown(call).output();
    }
    if (tool.recipe() instanceof Recipe.Command command) {
      return CommandRun.of(command.words(), call, limit, pipes);
    }
    return ((Recipe.Fixed) tool.recipe()).output();
  }

  private static String error(String tool, Exception failed) {
    return Json.mapper()
        .createObjectNode()
        .put("error", "The tool %s failed: %s.".formatted(tool, failed.getMessage()))
        .toString();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tool");
    thread.setDaemon(true);
    return thread;
  }
}
