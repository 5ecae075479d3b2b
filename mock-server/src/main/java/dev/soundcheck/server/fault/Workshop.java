package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.script.Fault;
import dev.soundcheck.server.session.Ids;

/** Makes the misbehaviour that a fault orders. */
record Workshop(Ids ids) {
  Misbehaviour of(Fault fault) {
    return switch (fault.kind()) {
      case REFUSE, CROWDED -> new Misbehaviour() {}; // over before anything is played
      case BAD_ARGUMENTS -> new BadArguments(fault.times());
      case REPEATED_CALL -> new RepeatedCall(fault.times(), ids);
      case NO_AUDIO -> new NoAudio(fault.times());
      case LATE_AUDIO -> new LateAudio(fault.times(), ids);
      case CLOCK_JUMP -> new ClockJump(fault.duration(0));
      case UNKNOWN_EVENT -> new UnknownEvent(fault.text(0), ids);
      case SLOW_GREETING -> new Stall.ForATime(fault.duration(0));
      case STALL -> fault.has(0) ? new Stall.ForATime(fault.duration(0)) : new Stall();
      case LATENCY -> new Latency(fault.duration(0));
      case BANDWIDTH -> new Bandwidth(fault.number(0));
      case CLOSE -> new End(new Outgoing.Close(fault.number(0), fault.text(1)));
      case RESET -> new End(new Outgoing.Reset());
      case HALF_OPEN -> new End(new Outgoing.Freeze());
      default -> aimed(fault, target(fault));
    };
  }

  private Misbehaviour aimed(Fault fault, Target target) {
    return switch (fault.kind()) {
      case DROP, NO_DONE -> new Drop(target);
      case DUPLICATE -> new Duplicate(target);
      case REORDER -> new Reorder(target);
      case DELAY -> new Delay(target, fault.duration(1));
      case ODD_AUDIO -> new OddAudio(target);
      case SPLIT -> new Split(target, fault.number(1), ids);
      case MERGE -> new Merge(target, fault.number(1));
      default -> new Struck(target, change(fault));
    };
  }

  private Change change(Fault fault) {
    return switch (fault.kind()) {
      case DOUBLE_ITEM -> new DoubleItem(ids);
      case MISSING -> new Missing(new Paths(fault.text(1)));
      case NULL -> new NullMember(new Paths(fault.text(1)));
      case EXTRA -> new Extra(new Paths(fault.text(1)));
      case RENAME -> new Rename(fault.text(1));
      case MALFORMED -> new Malformed();
      case OVERSIZE -> new Oversize(fault.number(1));
      case FRAGMENT -> new Fragment(fault.number(1));
      default -> throw new IllegalStateException("no such fault: " + fault);
    };
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
