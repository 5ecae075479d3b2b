package dev.soundcheck.script;

import static dev.soundcheck.schemas.Origin.CLIENT;
import static dev.soundcheck.schemas.Origin.SERVER;

import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of a session as two programs need to play against each other: what the acts of one mean
 * for what the other sees (live-behaviour.md §2, decisions.md "Errors" and "Orders").
 */
final class WireInMemory {
  /** One thing that a session can do wrong, so that the roles can be seen to notice. */
  enum Sin {
    NONE,
    NEVER_PINGS,
    SAYS_NOTHING_WHEN_CANCELLED,
    ANSWERS_IN_SILENCE,
    IGNORES_UNKNOWN_EVENTS
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration WORD = Duration.ofMillis(100);
  private static final Duration SPEECH = Duration.ofSeconds(1);
  private static final Duration KEYS = Duration.ofMillis(2500);

  private final Duet duet;
  private final Sin sin;
  private final List<Turn.ToolOutput> outputs = new ArrayList<>();
  private String typed = "";
  private boolean vad;
  private boolean heard;
  private boolean interrupted;
  private Optional<Duration> idle = Optional.empty();
  private int silences;
  private int active;
  private int clientEvents;
  private int responses;
  private List<Act.Part> parts = List.of();
  private static final String UPDATED = "conversation.item.input_audio_transcription.updated";
  private final List<String> misheard = new ArrayList<>();
  private final Map<String, String> unlisted = new HashMap<>();

  WireInMemory(Duet duet, Sin sin) {
    this.duet = duet;
    this.sin = sin;
  }

  void greet() {
    serverSays("{'type':'session.created','session':{'turn_detection':{'type':null}}}");
    serverSays("{'type':'conversation.created'}");
    ping();
  }

  /** It ends by itself (live-behaviour.md §5.2): says why; the close is left to the scenario. */
  void lasts(Endurance endurance) {
    endurance.most().ifPresent(most -> duet.at(most, () -> ends("max_duration")));
    endurance.quiet().ifPresent(this::quietFor);
  }

  private void quietFor(Duration quiet) {
    int before = clientEvents;
    duet.later(
        quiet,
        () -> {
          if (clientEvents == before && active == 0) {
            ends("timeout");
          } else {
            quietFor(quiet);
          }
        });
  }

  private void ends(String why) {
    serverSays("{'type':'error','error':{'type':'%s','code':'%s'}}".formatted(why, why));
  }

  private void ping() {
    if (sin != Sin.NEVER_PINGS) {
      serverSays("{'type':'ping'}");
    }
    duet.later(Duration.ofSeconds(10), this::ping);
  }

  void perform(Role role, Act act) {
    if (act instanceof Act.Close close) {
      duet.closed(role, close.code(), close.reason());
    } else {
      perform(act);
    }
  }

  private void perform(Act act) {
    if (act instanceof Act.Configure configure) {
      clientSays(event("session.update").set("session", configure.session()));
    } else if (act instanceof Act.Say) {
      duet.later(SPEECH, this::speechBegins);
    } else if (act instanceof Act.Type type) {
      var item = event("conversation.item.create");
      item.putObject("item").putArray("content").addObject().put("text", type.words());
      clientSays(item);
      clientSays(event("response.create"));
    } else if (act instanceof Act.GiveOutputs give) {
      give.outputs().forEach(this::giveOutput);
      clientSays(event("response.create"));
    } else if (act instanceof Act.Answer answer) {
      answer(answer.parts());
    } else {
      send(act);
    }
  }

  private void send(Act act) {
    if (act instanceof Act.Send send) {
      ObjectNode event = event(send.type()).setAll(send.body());
      boolean client =
          EventType.named(send.type()).map(type -> type.origin() == CLIENT).orElse(true);
      if (client) {
        clientSays(event);
      } else {
        duet.wire(SERVER, event);
      }
    } else if (act instanceof Act.Misbehave ordered) {
      misbehave(ordered.fault());
    } else if (act instanceof Act.Mishear first) {
      misheard.add(first.words());
    } else if (act instanceof Act.Unlisted server) {
      unlisted.put(server.label(), server.why());
    } else {
      telephone(act);
    }
  }

  private void telephone(Act act) {
    if (act instanceof Act.Caller) {
      duet.later(SPEECH, this::speechBegins);
    } else if (act instanceof Act.Press press) {
      for (String key : press.keys().split("")) {
        ObjectNode pressed = event("input_audio_buffer.dtmf_event_received");
        duet.wire(SERVER, pressed.put("event", key));
      }
      typed = press.keys();
      duet.later(KEYS, () -> askForKeys(press.keys()));
    } else if (act instanceof Act.Refer refer) {
      duet.wire(CLIENT, event(Seen.REFER).put("target_uri", refer.target()));
    } else if (act instanceof Act.AnswerTransfer answer) {
      int status = answer.transfer().outcome().status();
      duet.wire(SERVER, event(Seen.REFERRED).put("status", status));
    } else if (act instanceof Act.HangUpCall) {
      duet.wire(CLIENT, event(Seen.HANG_UP));
      duet.later(Duration.ZERO, () -> duet.both(new Seen.Closed(duet.now(), SERVER, 1000, "")));
    }
  }

  /** Speech that came meanwhile has taken the keys with it. */
  private void askForKeys(String keys) {
    if (typed.equals(keys)) {
      askForWhatIsNew();
    }
  }

  private void giveOutput(Turn.ToolOutput output) {
    outputs.add(output);
    clientSays(event("conversation.item.create"));
  }

  private void speechBegins() {
    if (active > 0) {
      interrupted = true;
      end("completed", "", List.of());
    }
    heard = true;
    serverSays("{'type':'input_audio_buffer.speech_started'}");
    for (String words : misheard) {
      duet.wire(SERVER, event(UPDATED).put("transcript", words));
    }
    misheard.clear();
    duet.later(SPEECH, vad ? this::commit : () -> clientSays(event("input_audio_buffer.commit")));
  }

  private void commit() {
    serverSays("{'type':'input_audio_buffer.committed'}");
    ObjectNode heardNow = event("conversation.item.input_audio_transcription.completed");
    duet.wire(SERVER, heardNow.put("transcript", duet.speech()));
    typed = "";
    heard = false;
    ask(new Turn(Turn.Kind.SPOKEN, duet.speech(), SPEECH, List.of(), interrupted));
    interrupted = false;
  }

  private void clientSays(JsonNode event) {
    clientEvents++;
    silences++;
    duet.wire(CLIENT, event);
    duet.later(Duration.ZERO, () -> react(event));
  }

  private void react(JsonNode event) {
    switch (event.path("type").asString()) {
      case "session.update" -> update(event.path("session"));
      case "conversation.item.create" ->
          typed = event.path("item").path("content").path(0).path("text").asString(typed);
      case "response.create" -> askForWhatIsNew();
      case "input_audio_buffer.commit" ->
          duet.later(Duration.ZERO, heard ? this::commit : () -> {});
      case "response.cancel" -> cancel();
      default -> {
        if (sin != Sin.IGNORES_UNKNOWN_EVENTS) {
          error("invalid_event", "unknown event");
        }
      }
    }
  }

  private void update(JsonNode session) {
    if (session.path("turn_detection").isString()) {
      error("invalid_value", "turn_detection has to be an object");
      return;
    }
    vad = session.path("turn_detection").path("type").isString();
    idle =
        session.path("turn_detection").path("idle_timeout_ms").longValueOpt().stream()
            .mapToObj(Duration::ofMillis)
            .findFirst();
    serverSays("{'type':'session.updated'}");
    session.path("tools").forEach(tool -> list(tool.path("server_label").asString("")));
  }

  private void list(String label) {
    if (!label.isEmpty()) {
      serverSays("{'type':'mcp_list_tools.in_progress'}");
      duet.wire(SERVER, ended("mcp_list_tools.", Optional.ofNullable(unlisted.get(label))));
    }
  }

  private static ObjectNode ended(String of, Optional<String> failure) {
    ObjectNode event = event(of + (failure.isPresent() ? "failed" : "completed"));
    failure.ifPresent(why -> event.putObject("error").put("message", why));
    return event;
  }

  private void use(Act.Use use) {
    ObjectNode arguments = event("response.mcp_call_arguments.done").put("name", use.tool());
    duet.wire(SERVER, arguments.put("arguments", use.arguments()));
    duet.wire(SERVER, ended("response.mcp_call.", use.failure()));
  }

  /** Asked again with nothing new since the last answer, a session says nothing (§2.4). */
  private void askForWhatIsNew() {
    if (typed.isEmpty() && outputs.isEmpty() && responses > 0) {
      return;
    }
    Turn.Kind kind = Turn.Kind.NUDGED;
    if (!typed.isEmpty()) {
      kind = Turn.Kind.TYPED;
    } else if (!outputs.isEmpty()) {
      kind = Turn.Kind.TOOLS;
    }
    ask(new Turn(kind, typed, Duration.ZERO, List.copyOf(outputs), false));
    typed = "";
    outputs.clear();
  }

  private void ask(Turn turn) {
    duet.asked(turn);
  }

  private void answer(List<Act.Part> answer) {
    int id = ++responses;
    active = id;
    parts = answer;
    duet.wire(SERVER, response("response.created", "in_progress"));
    for (Act.Part part : answer) {
      if (part instanceof Act.Use use) {
        use(use);
      }
    }
    int words = transcript().split(" ").length;
    for (int word = 1; word <= words; word++) {
      duet.later(WORD.multipliedBy(word), () -> delta(id));
    }
    duet.later(WORD.multipliedBy(words + 1L), () -> finish(id));
  }

  private void delta(int id) {
    if (active == id) {
      serverSays("{'type':'response.output_audio.delta'}");
    }
  }

  private void finish(int id) {
    if (active == id) {
      List<Reply.Call> calls = new ArrayList<>();
      for (Act.Part part : parts) {
        if (part instanceof Act.Call call) {
          calls.add(
              0, new Reply.Call("call-" + id + "-" + calls.size(), call.tool(), call.arguments()));
        }
      }
      end("completed", sin == Sin.ANSWERS_IN_SILENCE ? "" : transcript(), calls);
    }
  }

  private void end(String status, String transcript, List<Reply.Call> calls) {
    duet.wire(SERVER, response("response.done", status));
    duet.answered(new Reply(status, transcript, calls));
    active = 0;
    int silentSince = ++silences;
    idle.ifPresent(limit -> duet.later(limit, () -> speakUp(silentSince)));
  }

  /** Once after each answer (live-behaviour.md §2.13). */
  private void speakUp(int silence) {
    if (silence == silences && active == 0) {
      serverSays("{'type':'input_audio_buffer.timeout_triggered'}");
    }
  }

  private void cancel() {
    if (active > 0) {
      end("cancelled", "", List.of());
    } else if (sin != Sin.SAYS_NOTHING_WHEN_CANCELLED) {
      error("response_cancel_not_active", "Cancellation failed: no active response found");
    }
  }

  private void error(String code, String message) {
    serverSays(
        String.format(
            Locale.ROOT,
            "{'type':'error','error':{'type':'invalid_request_error','code':'%s','message':'%s'}}",
            code,
            message));
  }

  private String transcript() {
    StringBuilder words = new StringBuilder();
    for (Act.Part part : parts) {
      words.append(part instanceof Act.Speech speech ? speech.words() + " " : "");
    }
    return words.toString().strip();
  }

  private ObjectNode response(String type, String status) {
    ObjectNode event = event(type);
    event.putObject("response").put("id", "response-" + active).put("status", status);
    return event;
  }

  private void serverSays(String json) {
    duet.wire(SERVER, JSON.readTree(json.replace('\'', '"')));
  }

  private static ObjectNode event(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /** Of all that goes wrong only the end of the connection makes a difference here. */
  private void misbehave(Fault fault) {
    boolean now = fault.moment().equals(Moment.NOW);
    if (now && (fault.kind() == FaultKind.CLOSE || fault.kind() == FaultKind.RESET)) {
      duet.closed(Role.SERVER, 1006, "");
    }
  }
}
