package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Issue 5, "Bad input": sound of any kind in any order, in formats that change, committed and
 * cleared at any moment. The mock never fails, says nothing that the contract does not allow, and
 * answers a typed question afterwards.
 */
@Timeout(120)
final class RandomSoundTest {
  private static final List<String> FORMATS =
      List.of(
          "{\"type\":\"audio/pcm\",\"rate\":24000}",
          "{\"type\":\"audio/pcm\",\"rate\":11025}",
          "{\"type\":\"audio/pcmu\"}",
          "{\"type\":\"audio/pcma\"}",
          "{\"type\":\"audio/opus\"}");

  private static final List<String> BAD = List.of("AAA-", "A", "AA AA", "AAA", "", "=", "AAA=AAAA");

  static Stream<Arguments> performances() {
    return Stream.of(Profile.values())
        .flatMap(profile -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(profile, seed)));
  }

  @ParameterizedTest
  @MethodSource("performances")
  void nothing_that_sounds_makes_it_fail(Profile profile, long seed) {
    Random random = new Random(seed);
    Rehearsal rehearsal = new Rehearsal(Puppet.saying("Yes."), profile);
    for (int i = 0; i < 300; i++) {
      step(rehearsal, random);
    }
    rehearsal.passes(Duration.ofSeconds(30));
    int before = rehearsal.types().size();
    rehearsal.types("Are you there?").passes(Duration.ofSeconds(30));

    assertThat(rehearsal.findings)
        .extracting(ConnectionFinding::kind)
        .doesNotContain(ConnectionFinding.Kind.INTERNAL, ConnectionFinding.Kind.SERVER);
    assertThat(rehearsal.closes).isEmpty();
    assertThat(rehearsal.types().subList(before, rehearsal.types().size()))
        .contains("response.done");
    assertThat(errors(rehearsal)).isNotEmpty().allMatch(error -> error.has("message"));
  }

  private static List<JsonNode> errors(Rehearsal rehearsal) {
    return rehearsal.sent.stream()
        .filter(event -> event.path("type").asString().equals("error"))
        .map(event -> event.has("error") ? event.path("error") : event)
        .toList();
  }

  private static void step(Rehearsal rehearsal, Random random) {
    switch (random.nextInt(10)) {
      case 0 -> rehearsal.says(update(random));
      case 1 -> rehearsal.says("{\"type\":\"input_audio_buffer.commit\"}");
      case 2 -> rehearsal.says("{\"type\":\"input_audio_buffer.clear\"}");
      case 3 -> rehearsal.says("{\"type\":\"response.create\"}");
      case 4 -> rehearsal.says(append(BAD.get(random.nextInt(BAD.size()))));
      case 5, 6 -> rehearsal.sends(sound(random));
      case 7 -> rehearsal.passes(Duration.ofMillis(random.nextInt(1_500)));
      default -> rehearsal.says(append(Base64.getEncoder().encodeToString(sound(random))));
    }
  }

  private static String append(String audio) {
    return "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}".formatted(audio);
  }

  private static String update(Random random) {
    return "{\"type\":\"session.update\",\"session\":{\"turn_detection\":%s,\"audio\":{\"input\":{\"format\":%s}}}}"
        .formatted(
            random.nextBoolean() ? "null" : "{\"type\":\"server_vad\"}",
            FORMATS.get(random.nextInt(FORMATS.size())));
  }

  /** Noise or quiet, of any length, whole samples or not. */
  private static byte[] sound(Random random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(4) == 0 ? 40_000 : 400)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    return bytes;
  }
}
