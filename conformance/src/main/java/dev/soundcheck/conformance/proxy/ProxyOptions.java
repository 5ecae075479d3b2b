package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to record.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param upstream where everything goes
 * @param profile the contract that passing events are held against
 * @param traces where the traces go, and what of a session gets into them
 * @param limits what is taken, and how long is waited
 */
public record ProxyOptions(
    String host, int port, Upstream upstream, Profile profile, Traces traces, Limits limits) {
  /**
   * What is written down, and where.
   *
   * @param folder made when missing
   * @param audio whether the sound is kept, or its length and hash
   * @param redacted what is replaced beside keys and tokens
   */
  public record Traces(Path folder, TraceAudio audio, List<Pattern> redacted) {
    public Traces {
      redacted = List.copyOf(redacted);
    }
  }

  /**
   * What is taken, and how long is waited.
   *
   * @param message bytes of the largest message; 16 MiB, as servers take (decisions.md, "Errors")
   * @param patience how long the upstream may take to answer a handshake or a request
   */
  public record Limits(int message, Duration patience) {
    /** 16 MiB, ten seconds. */
    public static final Limits USUAL = new Limits(16 * 1024 * 1024, Duration.ofSeconds(10));
  }

  /** On this machine, on a free port, with the profile {@code live}, the sound kept. */
  public static ProxyOptions of(Upstream upstream, Path folder) {
    return new ProxyOptions(
        "127.0.0.1",
        0,
        upstream,
        Profile.LIVE,
        new Traces(folder, TraceAudio.KEPT, List.of()),
        Limits.USUAL);
  }

  /** With other limits. */
  public ProxyOptions with(Limits other) {
    return new ProxyOptions(host, port, upstream, profile, traces, other);
  }
}
