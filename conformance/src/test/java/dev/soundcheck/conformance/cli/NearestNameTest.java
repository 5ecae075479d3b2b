package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who mistypes a name is told the nearest right one, whatever it is the name of. */
final class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "tlak, talk",
    "test clent, client",
    "schemas lst, list",
    "serve --prot 1, --port",
    "serve --profile launhc, launch",
    "verify x.ndjson --profile opneai-ga, openai-ga",
    "serve --scenario tools/paralel-tool-calls, tools/parallel-tool-calls",
    "serve --call calls/a-caler-is-greeted, calls/a-caller-is-greeted-and-asks-something",
    "talk --play text/a-sesion-that-wants-text, text/a-session-that-wants-text",
    "serve --fault stal, stall",
    "serve --fault stall@response.don, response.done",
    "serve --limit mesage=1MiB, message",
    "schemas show respose.done, response.done",
    "talk --say x --format pcmz, pcma",
    "talk --say x --format pcm:2400, pcm:24000",
    "serve --pace fats, fast",
    "serve --time virtul, virtual",
    "serve --audio-times paded, padded",
    "replay x.ndjson --policy exat, exact",
    "replay x.ndjson --as clent, client",
    "replay x.ndjson --speed instnt, instant",
    "load --mode txt, text",
    "load --answers txt, text",
    "talk --say x --transport bnary, binary",
    "talk --say x --trace a.ndjson --audio hsh, hash",
    "test server --only toll, tool",
  })
  void the_nearest_is_suggested(String typed, String meant) {
    Ran ran = Ran.soundcheck((typed + (typed.startsWith("serve") ? " --port 0" : "")).split(" "));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).containsIgnoringCase("did you mean '" + meant + "'");
  }

  @ParameterizedTest
  @CsvSource({"serve --profile zzzzzz", "load --mode zzzzzz", "zzzzzz"})
  void nothing_is_suggested_that_is_not_near(String typed) {
    Ran ran = Ran.soundcheck(typed.split(" "));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).doesNotContain("Did you mean");
  }
}
