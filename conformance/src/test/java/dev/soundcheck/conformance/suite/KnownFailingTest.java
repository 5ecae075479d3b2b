package dev.soundcheck.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.suite.KnownFailing.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownFailingTest {
  @TempDir private Path folder;

  @Test
  void rows_are_read_with_their_reasons() throws IOException {
    KnownFailing known =
        KnownFailing.read(
            file("- {fails: usage-adds-up, because: the gateway counts otherwise}\n"));

    assertThat(known.of("usage-adds-up"))
        .contains(new Known("usage-adds-up", "the gateway counts otherwise"));
    assertThat(known.of("metadata-is-echoed")).isEmpty();
  }

  @Test
  void an_empty_file_knows_nothing() throws IOException {
    assertThat(KnownFailing.read(file("")).rows()).isEmpty();
  }

  @Test
  void all_mistakes_are_told_at_once() throws IOException {
    Path file = file("- {fails: a}\n- {because: b}\n");

    assertThatThrownBy(() -> KnownFailing.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s: row 1: expected a member 'because'\n%s: row 2: expected a member 'fails'"
                .formatted(file, file));
  }

  @Test
  void what_is_no_list_or_no_yaml_is_told() throws IOException {
    Path object = file("a: b\n");

    assertThatThrownBy(() -> KnownFailing.read(object)).hasMessageContaining("expected a list of");

    Path broken = file("- {fails: [\n");

    assertThatThrownBy(() -> KnownFailing.read(broken)).hasMessageContaining("expected YAML");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("known.yaml"), text);
  }

  @Test
  void a_file_that_is_no_text_is_told_as_such() throws IOException {
    Path file = Files.write(folder.resolve("known.yaml"), new byte[] {(byte) 0xff});

    assertThatThrownBy(() -> KnownFailing.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ": expected text in UTF-8, found bytes that are none; save it in UTF-8");
  }
}
