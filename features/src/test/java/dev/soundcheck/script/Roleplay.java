package dev.soundcheck.script;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One role of one program, shown things by hand. */
final class Roleplay {
  final List<Unmet> unmet = new ArrayList<>();
  final List<Act> acts = new ArrayList<>();
  private final Program program;
  private Position position;
  private Move last;
  private Duration now = Duration.ZERO;

  private Roleplay(Program program, Role role) {
    this.program = program;
    position = program.start(role);
    last = see(new Seen.Opened(now));
  }

  static Roleplay server(String... lines) {
    return new Roleplay(scenario(lines), Role.SERVER);
  }

  static Roleplay client(String... lines) {
    return new Roleplay(scenario(lines), Role.CLIENT);
  }

  static Roleplay serverOfRule(String... lines) {
    return new Roleplay(rule(lines), Role.SERVER);
  }

  static Program rule(String... lines) {
    return only(compiled("Feature: F\n  Rule: R\n", lines));
  }

  static Program scenario(String... lines) {
    return only(compiled("Feature: F\n  Scenario: S\n", lines));
  }

  private static Program only(Map<String, Program> programs) {
    return programs.values().iterator().next();
  }

  /** The server's role with somebody who listens. */
  static Roleplay heard(String... lines) {
    return new Roleplay(unheard("Feature: F\n  Scenario: S\n", lines), Role.SERVER);
  }

  static Roleplay heardRule(String... lines) {
    return new Roleplay(unheard("Feature: F\n  Rule: R\n", lines), Role.SERVER);
  }

  static Roleplay clientUnheard(String... lines) {
    return new Roleplay(unheard("Feature: F\n  Scenario: S\n", lines), Role.CLIENT);
  }

  private static Program unheard(String head, String... lines) {
    return only(compiled(Vocabulary.UNHEARD, head, lines));
  }

  static Map<String, Program> compiled(String head, String... lines) {
    return compiled(Vocabulary.NONE, head, lines);
  }

  static Map<String, Program> compiled(Vocabulary vocabulary, String head, String... lines) {
    String text = head + String.join("\n", lines) + "\n";
    return Repertoire.compiled(List.of(source("f/t.feature", text)), vocabulary);
  }

  static FeatureSource source(String shown, String text) {
    return new FeatureSource(
        shown,
        "t",
        text,
        name -> Optional.of(Path.of(name)).filter(path -> name.equals("pom.xml")));
  }

  Roleplay at(long ms) {
    now = Duration.ofMillis(ms);
    return this;
  }

  /** What is seen from here on has its own acts. */
  List<Act> take() {
    List<Act> taken = List.copyOf(acts);
    acts.clear();
    return taken;
  }

  Move see(Seen seen) {
    last = program.see(position, seen);
    position = last.position();
    unmet.addAll(last.unmet());
    acts.addAll(last.acts());
    return last;
  }

  Roleplay typed(String words) {
    return asked(new Turn(Turn.Kind.TYPED, words, Duration.ZERO, List.of(), false));
  }

  Roleplay spoke(double seconds) {
    Duration spoken = Duration.ofMillis((long) (seconds * 1000));
    return asked(new Turn(Turn.Kind.SPOKEN, speech(), spoken, List.of(), false));
  }

  Roleplay nudged() {
    clientSays("{'type':'response.create'}");
    return asked(new Turn(Turn.Kind.NUDGED, "", Duration.ZERO, List.of(), false));
  }

  Roleplay gave(String... tools) {
    List<Turn.ToolOutput> outputs =
        Arrays.stream(tools).map(tool -> new Turn.ToolOutput("call-" + tool, tool, "x")).toList();
    return asked(new Turn(Turn.Kind.TOOLS, "", Duration.ZERO, outputs, false));
  }

  Roleplay asked(Turn turn) {
    see(new Seen.Asked(now, turn));
    return this;
  }

  Roleplay answered(String transcript, Reply.Call... calls) {
    see(new Seen.Answered(now, new Reply("completed", transcript, List.of(calls))));
    return this;
  }

  Roleplay passed(long ms) {
    at(ms).see(new Seen.Passed(now));
    return this;
  }

  Roleplay closed(Origin from, int code, String reason) {
    see(new Seen.Closed(now, from, code, reason));
    return this;
  }

  Roleplay serverSays(String json) {
    return wire(Origin.SERVER, json);
  }

  Roleplay clientSays(String json) {
    return wire(Origin.CLIENT, json);
  }

  private Roleplay wire(Origin from, String json) {
    JsonNode event = Json.mapper().readTree(json.replace('\'', '"'));
    see(new Seen.Wire(now, from, event.path("type").asString(), event));
    return this;
  }

  Move last() {
    return last;
  }

  String speech() {
    return last.speech().orElse("");
  }

  /** What the server role said in the acts taken, one line for each answer. */
  static List<String> said(List<Act> acts) {
    List<String> said = new ArrayList<>();
    for (Act act : acts) {
      if (act instanceof Act.Answer answer) {
        said.add(String.join(" + ", answer.parts().stream().map(Roleplay::said).toList()));
      }
    }
    return said;
  }

  private static String said(Act.Part part) {
    return part instanceof Act.Speech speech ? speech.words() : part.toString();
  }
}
