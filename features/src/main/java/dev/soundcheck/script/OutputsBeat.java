package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client gives back what its tools returned. */
record OutputsBeat(List<Output> outputs) implements ClientTurn {
  /** What one tool returned. */
  record Output(Line line, String tool, String text) {}

  OutputsBeat {
    outputs = List.copyOf(outputs);
  }

  @Override
  public Line line() {
    return outputs.get(0).line();
  }

  @Override
  public String expected() {
    return "results of " + outputs.stream().map(Output::tool).distinct().toList();
  }

  /** A strange client has its own results, so only the tools are compared. */
  @Override
  public List<Unmet> unmetBy(Turn turn) {
    List<String> given =
        new ArrayList<>(turn.outputs().stream().map(Turn.ToolOutput::tool).toList());
    List<Unmet> unmet = new ArrayList<>();
    for (Output output : outputs) {
      if (!given.remove(output.tool())) {
        String expected = "a result of \"%s\"".formatted(output.tool());
        unmet.add(output.line().unmet(expected, Turns.shown(turn)));
      }
    }
    return unmet;
  }

  /** Without a call there is nothing to give back and nothing that would be answered. */
  @Override
  public boolean byClient(Stage stage) {
    List<Reply.Call> open = new ArrayList<>(stage.to().calls);
    List<Turn.ToolOutput> given = new ArrayList<>();
    for (Output output : outputs) {
      Optional<Reply.Call> call =
          open.stream().filter(one -> one.tool().equals(output.tool())).findFirst();
      if (call.isEmpty()) {
        String expected = "a call of \"%s\" to answer".formatted(output.tool());
        stage.unmet(output.line().unmet(expected, "no such call"));
      } else {
        open.remove(call.get());
        given.add(new Turn.ToolOutput(call.get().callId(), output.tool(), output.text()));
      }
    }
    stage.to().calls = List.copyOf(open);
    if (given.isEmpty()) {
      stage.to().over = true;
      return false;
    }
    stage.act(new Act.GiveOutputs(given));
    stage.progressedUntil(stage.now());
    return true;
  }

  @Override
  public Optional<Beat> joined(Beat next) {
    if (!(next instanceof OutputsBeat more)) {
      return Optional.empty();
    }
    List<Output> all = new ArrayList<>(outputs);
    all.addAll(more.outputs);
    return Optional.of(new OutputsBeat(all));
  }
}
