package dev.soundcheck.script;

import static dev.soundcheck.script.FaultArgument.CODE;
import static dev.soundcheck.script.FaultArgument.COUNT;
import static dev.soundcheck.script.FaultArgument.DURATION;
import static dev.soundcheck.script.FaultArgument.EVENT;
import static dev.soundcheck.script.FaultArgument.NAME;
import static dev.soundcheck.script.FaultArgument.PATH;
import static dev.soundcheck.script.FaultArgument.SHIFT;
import static dev.soundcheck.script.FaultArgument.SIZE;
import static dev.soundcheck.script.FaultArgument.STATUS;
import static dev.soundcheck.script.FaultArgument.WORDS;
import static dev.soundcheck.script.FaultParameter.may;
import static dev.soundcheck.script.FaultParameter.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The catalogue of everything a server can do badly, in the order in which several at once take
 * effect on what is sent. Phrases, the command line and docs/faults.md are made of it.
 */
public enum FaultKind {
  REFUSE(
      FaultPlace.OPENING.harmless(),
      "refuse",
      "the server refuses the connection with {status}",
      "no socket: 401, 403 or 429 with a body as the vendor's REST endpoints write it",
      needs("status", STATUS, "429")),
  CROWDED(
      FaultPlace.OPENING.harmless(),
      "crowded",
      "the server has no session left",
      "the first event is a failed response that names the limit, then the connection closes"),
  BAD_ARGUMENTS(
      FaultPlace.COUNTED,
      "bad-arguments",
      "the next tool call has broken arguments",
      "the arguments of a tool call break off in the middle and are no JSON"),
  REPEATED_CALL(
      FaultPlace.COUNTED,
      "repeat-call",
      "the next tool call comes twice",
      "all events of a tool call come again, with the same call id"),
  DOUBLE_ITEM(
      FaultPlace.COUNTED.harmless(),
      "double-item",
      "the next item is added twice",
      "`conversation.item.added` comes again for the same item, with an event id of its own"),
  NO_AUDIO(
      FaultPlace.COUNTED,
      "no-audio",
      "the next answer has no sound",
      "an answer with its transcript, but without one delta of audio"),
  NO_DONE(
      FaultPlace.COUNTED,
      "no-done",
      "the next answer never ends",
      "an answer without its `response.done`"),
  LATE_AUDIO(
      FaultPlace.COUNTED.harmless(),
      "late-audio",
      "sound goes on after the next cancel",
      "five more deltas of audio come after an answer was cancelled or broken into"),
  ODD_AUDIO(
      FaultPlace.COUNTED,
      "odd-audio",
      "the next delta of sound lacks a byte",
      "a delta of audio with half a sample at its end"),
  SPLIT(
      FaultPlace.COUNTED.harmless(),
      "split",
      "the next {event} comes in {count} pieces",
      "a delta comes as several, each with a part of it",
      may("event", EVENT, Defaults.DELTA),
      may("pieces", COUNT, "2")),
  MERGE(
      FaultPlace.COUNTED.harmless(),
      "merge",
      "the next {event} comes together with {count} more",
      "a delta waits for others behind it, and all come as one",
      may("event", EVENT, Defaults.DELTA),
      may("others", COUNT, "1")),
  DROP(
      FaultPlace.COUNTED,
      "drop",
      "the next {event} is lost",
      "an event that is never sent",
      may("event", EVENT, Defaults.DELTA)),
  MISSING(
      FaultPlace.COUNTED,
      "missing",
      "the next {event} lacks {name}",
      "an event without one of its members",
      needs("event", EVENT, "response.done"),
      needs("member", PATH, "usage")),
  NULL(
      FaultPlace.COUNTED,
      "null",
      "the next {event} has null in {name}",
      "an event with null in one of its members",
      needs("event", EVENT, "response.done"),
      needs("member", PATH, "response")),
  EXTRA(
      FaultPlace.COUNTED.harmless(),
      "extra",
      "the next {event} has the new member {name}",
      "an event with a member that no document names",
      needs("event", EVENT, "response.done"),
      may("member", PATH, "surprise")),
  RENAME(
      FaultPlace.COUNTED,
      "rename",
      "the next {event} is called {name}",
      "an event under a name of another version of the protocol",
      needs("event", EVENT, Defaults.DELTA),
      needs("name", NAME, "response.audio.delta")),
  CLOCK_JUMP(
      FaultPlace.LASTING.harmless(),
      "clock-jump",
      "the server's clock jumps by {shift}",
      "times in events are off by so much, forth or back",
      needs("time", SHIFT, "1h")),
  UNKNOWN_EVENT(
      FaultPlace.ONCE.harmless(),
      "unknown-event",
      "an event {name} comes that nobody knows",
      "an event that the protocol does not have",
      may("name", NAME, "session.surprise")),
  DUPLICATE(
      FaultPlace.COUNTED.harmless(),
      "duplicate",
      "the next {event} comes twice",
      "an event is sent again as it is, with the same event id",
      may("event", EVENT, Defaults.DELTA)),
  REORDER(
      FaultPlace.COUNTED,
      "reorder",
      "the next {event} comes after the one behind it",
      "an event changes its place with the next one, for which it waits a second",
      may("event", EVENT, Defaults.DELTA)),
  DELAY(
      FaultPlace.COUNTED,
      "delay",
      "the next {event} comes {duration} late",
      "an event is overtaken by those behind it",
      may("event", EVENT, Defaults.DELTA),
      may("time", DURATION, "500ms")),
  MALFORMED(
      FaultPlace.COUNTED,
      "malformed",
      "the next {event} is broken off",
      "a text that ends in the middle of its JSON",
      may("event", EVENT, Defaults.DELTA)),
  OVERSIZE(
      FaultPlace.COUNTED.harmless(),
      "oversize",
      "the next {event} comes in a frame of {size}",
      "an event with so much white space behind it that its frame has this size",
      may("event", EVENT, Defaults.DELTA),
      may("size", SIZE, "20MiB")),
  FRAGMENT(
      FaultPlace.COUNTED.harmless(),
      "fragment",
      "the next {event} comes in {count} frames",
      "a message that is cut into frames, as RFC 6455 §5.4 allows",
      may("event", EVENT, Defaults.DELTA),
      may("frames", COUNT, "3")),
  SLOW_GREETING(
      FaultPlace.OPENING.harmless(),
      "slow-greeting",
      "the server greets after {duration}",
      "the socket opens, and nothing comes for so long",
      may("time", DURATION, "5s")),
  LATENCY(
      FaultPlace.LASTING.harmless(),
      "latency",
      "everything comes {duration} late",
      "all that the server sends is on its way for so long",
      may("time", DURATION, "300ms")),
  BANDWIDTH(
      FaultPlace.LASTING.harmless(),
      "bandwidth",
      "the line carries {size} a second",
      "what the server sends leaves no faster than so many bytes a second",
      may("bytes", SIZE, "32KiB")),
  STALL(
      FaultPlace.LASTING,
      "stall",
      "the server falls silent",
      "nothing is sent any more, or not for a time, after which all comes at once; from the opening"
          + " on: open and say nothing",
      may("time", DURATION, "")),
  CLOSE(
      FaultPlace.ONCE,
      "close",
      "the connection breaks with {code}",
      "the server closes the connection; 1006 drops it without a word",
      needs("code", CODE, "1011"),
      may("reason", WORDS, "")),
  RESET(
      FaultPlace.ONCE,
      "reset",
      "the connection is reset",
      "the connection ends with a TCP reset, without a closing frame"),
  HALF_OPEN(
      FaultPlace.ONCE,
      "half-open",
      "the connection goes dead",
      "nothing is read or sent any more, not even pongs, and the connection stays open");

  /** What is struck when nothing is named. */
  private static final class Defaults {
    static final String DELTA = "response.output_audio.delta";
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum and a boolean
  private final FaultPlace place;

  private final String word;
  private final String phrase;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, whose type does not tell
  private final List<FaultParameter> parameters;

  FaultKind(
      FaultPlace place, String word, String phrase, String meaning, FaultParameter... parameters) {
    this.place = place;
    this.word = word;
    this.phrase = phrase;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** What a client sees of it, in one line. */
  public String meaning() {
    return meaning;
  }

  /** How it is written on the command line, such as {@code delay[=event][:time]}. */
  public String usage() {
    String arguments =
        parameters.stream()
            .map(one -> one.optional() ? "[:" + one.name() + "]" : ":" + one.name())
            .collect(Collectors.joining());
    return word + arguments.replaceFirst(":", "=");
  }

  /** What its arguments are when they are left out, such as {@code time 500ms}. */
  public String defaults() {
    return parameters.stream()
        .filter(one -> one.optional() && !one.usual().isEmpty())
        .map(one -> one.name() + " " + one.usual())
        .collect(Collectors.joining(", "));
  }

  /** Whether it is there from the opening on, or not at all. */
  boolean opening() {
    return place.when() == FaultPlace.When.OPENING;
  }

  /** Whether an answer may come to the client otherwise than it was spoken. */
  boolean hurtsAnswers() {
    return place.hurts();
  }

  boolean counts() {
    return place.when() == FaultPlace.When.COUNTED;
  }

  String phrase() {
    return phrase;
  }

  List<FaultParameter> parameters() {
    return parameters;
  }

  /** The fault that a line of a scenario orders, now and once where it can be counted. */
  Fault now(List<String> given) {
    List<String> arguments = new ArrayList<>(given);
    for (FaultParameter parameter : parameters.subList(given.size(), parameters.size())) {
      arguments.add(parameter.usual());
    }
    return new Fault(this, arguments, counts() ? 1 : Fault.ALWAYS, 1, Moment.NOW);
  }
}
