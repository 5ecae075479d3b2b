package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the user spoke, in the time of the trace: a sample was spoken before the message with it
 * came, by as much as comes after it there, and not before the message before.
 */
final class SpeechTimes {
  private static final int KEPT = 32;

  /** Edges lie where frames begin, and a frame may begin in the message before. */
  private static final Duration FRAME = Duration.ofMillis(10);

  private static final int MESSAGES = 512;

  private final Deque<Message> messages = new ArrayDeque<>();
  private final Deque<Span> spans = new ArrayDeque<>();
  private Optional<VoiceActivity> ears = Optional.empty();
  private int rate;
  private Duration heard = Duration.ZERO;
  private Optional<Duration> began = Optional.empty();
  private Duration last = Duration.ZERO;

  /** From when to when somebody spoke, since open. */
  record Span(Duration from, Duration to) {}

  /** Up to where in the stream a message reaches, when it came, and when the one before it did. */
  private record Message(Duration end, Duration at, Duration before) {
    /** Whether what begins in the frame there is in it or in a later one. */
    boolean goesOnAfter(Duration position) {
      return position.plus(FRAME).compareTo(end) < 0;
    }

    /** Whether what ends there is in it or in a later one. */
    boolean reaches(Duration position) {
      return position.compareTo(end) <= 0;
    }

    Duration spoken(Duration position) {
      Duration spoken = at.minus(end.minus(position));
      return spoken.compareTo(before) < 0 ? before : spoken;
    }
  }

  void take(Pcm sound, Duration at) {
    if (ears.isEmpty() || rate != sound.rate()) {
      turn();
      rate = sound.rate();
      ears = Optional.of(new VoiceActivity(Settings.DEFAULT, rate));
    }
    heard = ears.orElseThrow().heard().plus(sound.duration());
    messages.addLast(new Message(heard, at, last));
    if (messages.size() > MESSAGES) {
      messages.removeFirst();
    }
    last = at;
    ears.orElseThrow().hear(sound).forEach(this::edge);
  }

  /** Nobody speaks on from here: the turn was taken, or thrown away. */
  void turn() {
    began.ifPresent(from -> keep(from, last));
    began = Optional.empty();
    ears = Optional.empty();
    messages.clear();
  }

  /** When somebody spoke lately; who still speaks does so until the last sound that came. */
  List<Span> spans() {
    List<Span> all = new ArrayList<>(spans);
    began.ifPresent(from -> all.add(new Span(from, last)));
    return all;
  }

  private void edge(Edge edge) {
    if (edge.kind() == Kind.STARTED) {
      began =
          Optional.of(time(edge.at(), messages.stream().filter(it -> it.goesOnAfter(edge.at()))));
    } else {
      Duration at = time(edge.at(), messages.stream().filter(it -> it.reaches(edge.at())));
      began.ifPresent(from -> keep(from, at));
      began = Optional.empty();
    }
  }

  private void keep(Duration from, Duration to) {
    spans.addLast(new Span(from, to.compareTo(from) < 0 ? from : to));
    if (spans.size() > KEPT) {
      spans.removeFirst();
    }
  }

  /** Of the messages that could have it, the first has the sample. */
  private Duration time(Duration position, Stream<Message> having) {
    return having.findFirst().map(message -> message.spoken(position)).orElse(last);
  }
}
