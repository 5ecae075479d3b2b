package dev.soundcheck.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The scenario is about a telephone call, which the client has joined. */
record CallBeat(Line line, IncomingCall call) implements Beat {
  @Override
  public Side side() {
    return Side.SESSION;
  }

  @Override
  public boolean staged() {
    return true;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.to().call.isEmpty()) {
      stage.unmet(
          line.unmet("a connection that joined the call with ?call_id=", "one without a call"));
    }
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return true;
  }

  @Override
  public Optional<Beat> joined(Beat next) {
    if (!(next instanceof SipHeader header)) {
      return Optional.empty();
    }
    Map<String, String> all = new LinkedHashMap<>(call.headers());
    all.put(header.name(), header.value());
    return Optional.of(new CallBeat(line, new IncomingCall(call.from(), call.to(), all)));
  }

  /** A header of the call; alone it means nothing. */
  record SipHeader(Line line, String name, String value) implements Remark {
    @Override
    public Side side() {
      return Side.SESSION;
    }
  }
}
