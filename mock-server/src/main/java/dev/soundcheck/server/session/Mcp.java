package dev.soundcheck.server.session;

/** Words about tools that lie on MCP servers (events.yaml; live-behaviour.md 2.14). */
public final class Mcp {
  private Mcp() {}

  /** How far something that is done with such a server is. */
  public enum Progress {
    IN_PROGRESS,
    COMPLETED,
    FAILED
  }

  /** What went wrong: {@code type} and {@code message} of the event's {@code error}. */
  public record Failure(String type, String message) {
    /** A server that cannot be asked for its tools. */
    public static Failure connection(String message) {
      return new Failure("connection_error", message);
    }

    /** A tool that failed. */
    public static Failure execution(String message) {
      return new Failure("tool_execution_error", message);
    }
  }

  /** One use of such a tool; arguments as JSON text. */
  public record Call(String itemId, String callId, String tool, String arguments) {}
}
