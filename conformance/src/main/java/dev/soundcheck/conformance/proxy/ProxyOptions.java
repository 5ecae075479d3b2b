package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to record.
 *
 * @param door where clients come in
 * @param upstream where everything goes
 * @param profile the contract that passing events are held against
 * @param traces where the traces go, and what of a session gets into them
 * @param limits what is taken, and how long is waited
 */
public record ProxyOptions(
    Door door, Upstream upstream, Profile profile, Traces traces, Limits limits) {
  /**
   * Where clients come in. They show no key of the proxy's own, so whoever can reach it speaks with
   * the upstream, at the cost of whose key {@link Upstream#key} is.
   *
   * @param host an address or a name of this machine
   * @param port 0 takes a free one
   * @param open whether others than this machine may reach it
   */
  public record Door(String host, int port, boolean open) {
    /**
     * The address that the host means.
     *
     * @throws UncheckedIOException when there is none, or others can reach it and must not
     */
    InetAddress address() {
      try {
        InetAddress address = InetAddress.getByName(host);
        if (!address.isLoopbackAddress() && !open) {
          String why =
              "Others than this machine can reach '%s', and could use this proxy. Give --open where all may."
                  .formatted(host);
          throw new UncheckedIOException(why, new IOException(why));
        }
        return address;
      } catch (UnknownHostException nowhere) {
        throw new UncheckedIOException(
            "There is no address '%s'. Use --host 127.0.0.1 for this machine alone."
                .formatted(host),
            nowhere);
      }
    }
  }

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
        new Door("127.0.0.1", 0, false),
        upstream,
        Profile.LIVE,
        new Traces(folder, TraceAudio.KEPT, List.of()),
        Limits.USUAL);
  }

  /** With other limits. */
  public ProxyOptions with(Limits other) {
    return new ProxyOptions(door, upstream, profile, traces, other);
  }
}
