package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.script.Fault;
import dev.soundcheck.server.session.Ids;

/** Makes the misbehaviour that a fault orders: a row for each kind of the catalogue. */
record Workshop(Ids ids) {
  Misbehaviour of(Fault fault) {
    return switch (fault.kind()) {
      case REFUSE, CROWDED -> new Misbehaviour() {}; // over before anything is played
      case BAD_ARGUMENTS -> new BadArguments(fault.times());
      case REPEATED_CALL -> new RepeatedCall(fault.times(), ids);
      case DOUBLE_ITEM -> struck(fault, new DoubleItem(ids));
      case NO_AUDIO -> new NoAudio(fault.times());
      case LATE_AUDIO -> new LateAudio(fault.times(), ids);
      case ODD_AUDIO -> new OddAudio(target(fault));
      case SPLIT -> new Split(target(fault), fault.number(1), ids);
      case MERGE -> new Merge(target(fault), fault.number(1));
      case DROP, NO_DONE -> new Drop(target(fault));
      case MISSING -> struck(fault, new Missing(new Paths(fault.text(1))));
      case NULL -> struck(fault, new NullMember(new Paths(fault.text(1))));
      case EXTRA -> struck(fault, new Extra(new Paths(fault.text(1))));
      case RENAME -> struck(fault, new Rename(fault.text(1)));
      case CLOCK_JUMP -> new ClockJump(fault.duration(0));
      case UNKNOWN_EVENT -> new UnknownEvent(fault.text(0), ids);
      case DUPLICATE -> new Duplicate(target(fault));
      case REORDER -> new Reorder(target(fault));
      case DELAY -> new Delay(target(fault), fault.duration(1));
      case MALFORMED -> struck(fault, new Malformed());
      case OVERSIZE -> struck(fault, new Oversize(fault.number(1)));
      case FRAGMENT -> struck(fault, new Fragment(fault.number(1)));
      case SLOW_GREETING -> new Stall.ForATime(fault.duration(0));
      case LATENCY -> new Latency(fault.duration(0));
      case BANDWIDTH -> new Bandwidth(fault.number(0));
      case STALL -> fault.has(0) ? new Stall.ForATime(fault.duration(0)) : new Stall();
      case CLOSE -> new End(new Outgoing.Close(fault.number(0), fault.text(1)));
      case RESET -> new End(new Outgoing.Reset());
      case HALF_OPEN -> new End(new Outgoing.Freeze());
    };
  }

  private static Misbehaviour struck(Fault fault, Change change) {
    return new Struck(target(fault), change);
  }

  private static Target target(Fault fault) {
    String type =
        switch (fault.kind()) {
          case DOUBLE_ITEM -> EventType.CONVERSATION_ITEM_ADDED.wire();
          case NO_DONE -> EventType.RESPONSE_DONE.wire();
          case ODD_AUDIO -> EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire();
          default -> fault.text(0);
        };
    return new Target(type, fault.times());
  }
}
