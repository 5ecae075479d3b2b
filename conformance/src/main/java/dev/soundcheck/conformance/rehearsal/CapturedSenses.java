package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.server.session.Hearing;
import dev.soundcheck.server.session.Phrasing;
import dev.soundcheck.server.session.Senses;
import dev.soundcheck.server.session.Transcript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Decides as the server of a recording did, one decision after another. */
final class CapturedSenses {
  private final Deque<CapturedSpeech.Heard> edges;
  private final Deque<Transcript> transcripts;
  private final Deque<List<Phrasing.Piece>> pieces;
  private int heard;

  private CapturedSenses(CapturedSpeech speech, CapturedAnswers answers) {
    this.edges = new ArrayDeque<>(speech.edges());
    this.transcripts = new ArrayDeque<>(speech.transcripts());
    this.pieces = new ArrayDeque<>(answers.pieces());
  }

  static Senses of(CapturedSpeech speech, CapturedAnswers answers) {
    CapturedSenses captured = new CapturedSenses(speech, answers);
    Hearing hearing = (settings, rate) -> captured::hear;
    return new Senses(hearing, captured::understand, captured::phrase);
  }

  private List<VoiceActivity.Edge> hear(Pcm chunk) {
    heard++;
    List<VoiceActivity.Edge> now = new ArrayList<>();
    while (!edges.isEmpty() && edges.element().piece() <= heard) {
      now.add(edges.remove().edge());
    }
    return now;
  }

  private Transcript understand(String expected) {
    return transcripts.isEmpty() ? Transcript.of(expected) : transcripts.remove();
  }

  private Optional<List<Phrasing.Piece>> phrase(String words) {
    return Optional.ofNullable(pieces.poll());
  }
}
