package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.regex.Pattern;

/**
 * The sound of a client is base64 (events.yaml input_audio_buffer.append). White space, left-out
 * padding and the alphabet for addresses are read, too, as elsewhere here. In a recording of hashes
 * only what was no base64 is still there.
 */
final class SoundIsBase64 implements ClientRule {
  private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final int GROUP = 4;

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.events(EventType.INPUT_AUDIO_BUFFER_APPEND).forEach(append -> judge(append, tally));
    return tally.verdict("a client that sends sound");
  }

  private static void judge(Event append, Tally tally) {
    String text = SPACE.matcher(append.text("/audio")).replaceAll("");
    int letters = text.replace("=", "").length();
    tally.expect(
        ALPHABET.matcher(text).matches() && letters % GROUP != 1,
        append,
        "base64",
        "\"%.20s\"".formatted(text));
  }
}
