package dev.soundcheck.script;

import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads faults: {@code name[=value[:value]...][@moment]}, several with commas between them. A value
 * is an argument of the fault, a chance such as {@code 5%} or a number of times such as {@code 2x};
 * a moment is a time or an event, {@code response.output_audio.delta#3} for its third.
 */
final class FaultReader {
  private static final Pattern CHANCE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) ?%");
  private static final Pattern TIMES = Pattern.compile("([1-9]\\d{0,5})x");
  private static final Pattern EVENT = Pattern.compile("([a-z_.]+)(?:#([1-9]\\d{0,5}))?");

  private final String written;
  private final List<String> mistakes;

  private FaultReader(String written, List<String> mistakes) {
    this.written = written;
    this.mistakes = mistakes;
  }

  static List<Fault> read(String written) {
    List<String> mistakes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      faults.addAll(new FaultReader(one.strip(), mistakes).one());
    }
    if (!mistakes.isEmpty()) {
      throw new ScriptException(mistakes);
    }
    return faults;
  }

  /** No fault when its name is unknown, else one that is right if there are no mistakes. */
  private List<Fault> one() {
    int at = written.indexOf('@');
    String what = at < 0 ? written : written.substring(0, at);
    Moment moment = at < 0 ? Moment.NOW : moment(written.substring(at + 1).strip());
    int equals = what.indexOf('=');
    String name = (equals < 0 ? what : what.substring(0, equals)).strip();
    List<FaultKind> kinds =
        Arrays.stream(FaultKind.values()).filter(kind -> kind.word().equals(name)).toList();
    if (kinds.isEmpty()) {
      List<String> words = Arrays.stream(FaultKind.values()).map(FaultKind::word).toList();
      wrong("a fault", name, Hint.at(name, words));
      return List.of();
    }
    FaultKind kind = kinds.get(0);
    if (at >= 0 && kind.opening()) {
      wrong("no moment, since it is there from the opening", written.substring(at), "");
    }
    List<String> values =
        equals < 0 ? List.of() : Arrays.asList(what.substring(equals + 1).split(":", -1));
    return List.of(valued(kind, values, moment));
  }

  private Fault valued(FaultKind kind, List<String> values, Moment moment) {
    double chance = 1;
    int times = Fault.ALWAYS;
    List<String> others = new ArrayList<>();
    for (String value : values) {
      Matcher percent = CHANCE.matcher(value.strip());
      Matcher often = TIMES.matcher(value.strip());
      if (percent.matches()) {
        chance = chance(percent);
      } else if (often.matches() && kind.counts()) {
        times = Integer.parseInt(often.group(1));
      } else {
        others.add(value.strip());
      }
    }
    return new Fault(kind, arguments(kind, others), times, chance, moment);
  }

  private double chance(Matcher percent) {
    double chance = Double.parseDouble(percent.group(1)) / 100;
    if (chance > 1) {
      wrong("a chance from 0% to 100%", percent.group(), "");
    }
    return chance;
  }

  /** Arguments stand in their order; one that may be left out is passed over by what is none. */
  private List<String> arguments(FaultKind kind, List<String> values) {
    List<String> arguments = new ArrayList<>();
    int next = 0;
    for (FaultParameter parameter : kind.parameters()) {
      boolean given = next < values.size();
      boolean fits = given && parameter.type().accepts(values.get(next));
      boolean last = kind.parameters().size() - arguments.size() <= values.size() - next;
      if (fits) {
        arguments.add(values.get(next++));
      } else if (parameter.optional() && !last) {
        arguments.add(parameter.usual());
      } else {
        String found = given ? values.get(next++) : "nothing";
        wrong(parameter.type().expected(), found, given ? parameter.type().hint(found) : "");
        arguments.add(parameter.usual());
      }
    }
    for (String tooMany : values.subList(next, values.size())) {
      wrong(wanted(kind), tooMany, "");
    }
    return arguments;
  }

  private static String wanted(FaultKind kind) {
    return "nothing but '%s'".formatted(kind.usage());
  }

  private Moment moment(String text) {
    if (FaultArgument.isDuration(text)) {
      return Moment.after(FaultArgument.duration(text));
    }
    Matcher event = EVENT.matcher(text);
    List<String> known = Arrays.stream(EventType.values()).map(EventType::wire).toList();
    if (event.matches() && known.contains(event.group(1))) {
      return Moment.with(
          event.group(1), event.group(2) == null ? 1 : Integer.parseInt(event.group(2)));
    }
    String name = event.matches() ? event.group(1) : text;
    wrong("a moment such as 3s or response.done", text, Hint.at(name, known));
    return Moment.NOW;
  }

  private void wrong(String expected, String found, String hint) {
    String what = found.equals("nothing") ? found : "'" + found + "'";
    mistakes.add("'%s': expected %s, got %s%s".formatted(written, expected, what, hint));
  }
}
