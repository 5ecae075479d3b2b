package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What goes wrong: a row for each fault of the catalogue, and one for all that it can be. */
final class FaultPhrases {
  private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

  static final List<Phrase> ALL =
      Stream.concat(
              Stream.of(
                  Phrase.of(
                      Side.SERVER,
                      "the fault {fault}",
                      "the fault \"close=1011@response.output_audio.delta#3\"",
                      "any fault of [faults.md](faults.md), with its moment and its chance",
                      FaultPhrases::written),
                  Phrase.of(
                      Side.SERVER,
                      "in {chance} of connections the fault {fault}",
                      "in 5 % of connections the fault \"stall\"",
                      "a fault that strikes only some; which ones the seed decides",
                      FaultPhrases::written),
                  Phrase.of(
                      Side.SERVER,
                      "nothing comes for {duration}",
                      "nothing comes for 3 s",
                      "no event of the server for so long",
                      said -> new SilenceBeat(said.line(), said.duration(0)))),
              Arrays.stream(FaultKind.values()).map(FaultPhrases::row))
          .toList();

  private FaultPhrases() {}

  private static Phrase row(FaultKind kind) {
    return Phrase.of(
        Side.SERVER, kind.phrase(), example(kind), kind.meaning(), said -> ordered(said, kind));
  }

  private static String example(FaultKind kind) {
    String example = kind.phrase();
    for (FaultParameter parameter : kind.parameters()) {
      String shown = parameter.type().inWords(parameter.example());
      example = BLANK.matcher(example).replaceFirst(Matcher.quoteReplacement(shown));
    }
    return example;
  }

  private static Beat ordered(Said said, FaultKind kind) {
    List<String> arguments = new ArrayList<>();
    for (int index = 0; index < said.arguments().size(); index++) {
      FaultArgument type = kind.parameters().get(index).type();
      String text = said.shown(index);
      if (!type.accepts(text)) {
        said.wrong(
            index, "expected %s, got '%s'%s".formatted(type.expected(), text, type.hint(text)));
      }
      arguments.add(text);
    }
    return new FaultBeat(said.line(), kind.now(arguments), false);
  }

  /** The fault stands last; a stand-in takes the place of one that cannot be read. */
  private static Beat written(Said said) {
    int place = said.arguments().size() - 1;
    Fault fault = FaultKind.STALL.now(List.of());
    try {
      List<Fault> read = FaultReader.read(said.text(place));
      fault = read.get(0);
      if (read.size() > 1) {
        said.wrong(place, "expected one fault, got %d; give each a line".formatted(read.size()));
      }
    } catch (ScriptException unreadable) {
      unreadable.mistakes().forEach(mistake -> said.wrong(place, mistake));
    }
    double chance = place == 0 ? fault.chance() : said.chance(0);
    return new FaultBeat(
        said.line(),
        new Fault(fault.kind(), fault.arguments(), fault.times(), chance, fault.moment()),
        false);
  }
}
