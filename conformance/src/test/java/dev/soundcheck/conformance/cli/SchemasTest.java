package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract as users get it (issue 3, 9). */
final class SchemasTest {
  @TempDir private Path folder;

  @Test
  void the_list_has_every_event_and_marks_where_profiles_differ() {
    Ran ran = Ran.soundcheck("schemas", "list");
    List<String> lines = ran.out().lines().toList();

    assertThat(ran.status()).isZero();
    assertThat(lines.get(0)).startsWith("the client sends").contains("  live  live-2026-07");
    for (EventType type : EventType.values()) {
      assertThat(lines).filteredOn(line -> line.startsWith(type.wire() + " ")).hasSize(1);
    }
    assertThat(lines).anyMatch(line -> line.matches("conversation\\.item\\.added +\\*.*"));
    assertThat(lines).anyMatch(line -> line.matches("ping +· +· +· +- +-"));
  }

  @Test
  void an_event_is_explained_with_its_members_and_two_examples() {
    Ran ran = Ran.soundcheck("schemas", "show", "ping", "--profile", "live-2026-07");

    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines())
        .startsWith("ping, sent by the server, profile live-2026-07")
        .anyMatch(line -> line.matches("timestamp +a whole number +required +live-behaviour.md 3"))
        .contains("Minimal:", "As it usually is (made, not captured):");
  }

  @Test
  void an_unknown_event_names_the_one_that_was_meant() {
    Ran ran = Ran.soundcheck("schemas", "show", "respose.done");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("There is no event 'respose.done'. Did you mean 'response.done'?");
  }

  @Test
  void an_event_that_the_profile_lacks_is_named_with_it() {
    Ran ran = Ran.soundcheck("schemas", "show", "ping", "--profile", "documented");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("The profile documented has no event 'ping'.");
  }

  @Test
  void schemas_alone_says_what_it_expects() {
    Ran ran = Ran.soundcheck("schemas");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("expected list, show EVENT, export DIR or asyncapi");
  }

  @Test
  void an_export_is_a_folder_of_schemas() throws IOException {
    Path contract = folder.resolve("new/contract");
    Ran ran = Ran.soundcheck("schemas", "export", contract.toString());

    assertThat(ran.status()).isZero();
    try (Stream<Path> files = Files.walk(contract)) {
      List<Path> schemas = files.filter(Files::isRegularFile).toList();
      assertThat(schemas).hasSizeGreaterThan(48 + 1);
      for (Path schema : schemas) {
        assertThat(Json.mapper().readTree(Files.readString(schema)).path("$schema").asString())
            .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      }
    }
    assertThat(contract.resolve("server/response.done.json")).exists();
    assertThat(contract.resolve("trace.json")).exists();
  }

  @Test
  void an_export_into_a_file_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Ran ran = Ran.soundcheck("schemas", "export", file.toString());

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("DIR: expected a folder, found the file '" + file + "'");
  }

  @Test
  void the_asyncapi_document_is_printed_or_written() throws IOException {
    Path file = folder.resolve("realtime.json");
    Ran printed = Ran.soundcheck("schemas", "asyncapi", "--profile", Profile.LAUNCH.id());
    Ran written =
        Ran.soundcheck(
            "schemas", "asyncapi", "--profile", Profile.LAUNCH.id(), "--out", file.toString());

    assertThat(printed.status()).isZero();
    assertThat(written.status()).isZero();
    assertThat(Json.mapper().readTree(Files.readString(file)))
        .isEqualTo(Json.mapper().readTree(printed.out()));
    assertThat(printed.out()).contains("\"asyncapi\" : \"3.0.0\"", "profile launch");
  }
}
