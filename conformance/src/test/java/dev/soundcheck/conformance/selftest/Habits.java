package dev.soundcheck.conformance.selftest;

import dev.soundcheck.schemas.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Ways to be broken that many have in common. */
final class Habits {
  private Habits() {}

  /** Keeps these to itself. */
  static Habit swallows(Predicate<ObjectNode> which) {
    return instead(which, (event, mouth) -> {});
  }

  /** Says these twice. */
  static Habit repeats(Predicate<ObjectNode> which) {
    return behind(which, (event, mouth) -> mouth.say(Events.again(event)));
  }

  /** Says these otherwise. */
  static Habit changes(Predicate<ObjectNode> which, Consumer<ObjectNode> how) {
    return instead(
        which,
        (event, mouth) -> {
          how.accept(event);
          mouth.say(event);
        });
  }

  /** Writes all it says otherwise. */
  static Habit writes(UnaryOperator<String> how) {
    return instead(event -> true, (event, mouth) -> mouth.text(how.apply(event.toString())));
  }

  /** Says these when one of the others has been said, behind it. */
  static Habit keepsUntil(Predicate<ObjectNode> which, Predicate<ObjectNode> until) {
    List<ObjectNode> kept = new ArrayList<>();
    return instead(
        event -> true,
        (event, mouth) -> {
          if (which.test(event)) {
            kept.add(event);
            return;
          }
          mouth.say(event);
          if (until.test(event)) {
            kept.forEach(mouth::say);
            kept.clear();
          }
        });
  }

  /** Says these so much later than it should. */
  static Habit delays(Predicate<ObjectNode> which, Duration by) {
    return instead(which, (event, mouth) -> mouth.sayLater(by, event));
  }

  /** From one of these on says everything so much later than it should, in its order. */
  static Habit fallsBehind(Predicate<ObjectNode> from, Duration by) {
    boolean[] late = new boolean[1];
    return instead(
        event -> true,
        (event, mouth) -> {
          late[0] = late[0] || from.test(event);
          if (late[0]) {
            mouth.sayLater(by, event);
          } else {
            mouth.say(event);
          }
        });
  }

  /** Says these, and does something behind them. */
  static Habit behind(Predicate<ObjectNode> which, BiConsumer<ObjectNode, Mouth> what) {
    return instead(
        which,
        (event, mouth) -> {
          mouth.say(event);
          what.accept(event, mouth);
        });
  }

  /** Says this JSON behind these; single quotes stand for double ones. */
  static Habit adds(Predicate<ObjectNode> which, String json) {
    return behind(which, (event, mouth) -> mouth.say(json));
  }

  /** Does something instead of saying these. */
  static Habit instead(Predicate<ObjectNode> which, BiConsumer<ObjectNode, Mouth> what) {
    return new Habit() {
      @Override
      public void says(ObjectNode event, Mouth mouth) {
        if (which.test(event)) {
          what.accept(event, mouth);
        } else {
          mouth.say(event);
        }
      }
    };
  }

  /** Does something when it hears one of these, before it reaches it. */
  static Habit hearing(Predicate<ObjectNode> which, BiConsumer<ObjectNode, Mouth> what) {
    return new Habit() {
      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        if (which.test(event)) {
          what.accept(event, mouth);
        }
        return true;
      }
    };
  }

  /** Does not hear these. */
  static Habit deafTo(Predicate<ObjectNode> which) {
    return new Habit() {
      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        return !which.test(event);
      }
    };
  }

  /** Has both habits: what comes of the first is what the second is about. */
  static Habit both(Habit first, Habit second) {
    return new Habit() {
      @Override
      public void begins(Mouth mouth) {
        second.begins(mouth);
        first.begins(through(second, mouth));
      }

      @Override
      public void says(ObjectNode event, Mouth mouth) {
        first.says(event, through(second, mouth));
      }

      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        return first.hears(event, through(second, mouth)) && second.hears(event, mouth);
      }
    };
  }

  private static Mouth through(Habit second, Mouth mouth) {
    return new Mouth() {
      @Override
      public void text(String raw) {
        if (Json.parse(raw).orElse(null) instanceof ObjectNode event) {
          second.says(event, mouth);
        } else {
          mouth.text(raw);
        }
      }

      @Override
      public void binary(byte[] sound) {
        mouth.binary(sound);
      }

      @Override
      public void leave(int code, String reason) {
        mouth.leave(code, reason);
      }

      @Override
      public void after(Duration later, Runnable work) {
        mouth.after(later, work);
      }
    };
  }
}
