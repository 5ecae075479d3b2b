package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each client that is played has its files, its recipe and its row (docs/how-to-add/client.md). */
final class ClientPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Path CLIENTS = ROOT.resolve("conformance/interop/clients");
  private static final Path TABLE = ROOT.resolve("docs/clients.md");
  private static final Pattern DRIVER = Pattern.compile("\\{here}/([\\w./-]+)");
  private static final Pattern ROW = Pattern.compile("\\| \\[.*]\\(clients/([\\w-]+)\\.md\\)");

  private static Set<String> clients() throws IOException {
    try (Stream<Path> folders = Files.list(CLIENTS)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void what_a_client_is_started_with_is_there() throws IOException {
    for (String client : clients()) {
      Path table = CLIENTS.resolve(client).resolve("client.toml");
      assertThat(table).isRegularFile();
      List<Path> drivers =
          DRIVER
              .matcher(Files.readString(table))
              .results()
              .map(driver -> CLIENTS.resolve(client).resolve(driver.group(1)))
              .toList();
      assertThat(drivers)
          .as("'drive' of %s", table)
          .isNotEmpty()
          .allSatisfy(driver -> assertThat(driver).isRegularFile());
    }
  }

  @Test
  void every_client_has_a_recipe_and_a_row_in_the_table_and_nobody_else() throws IOException {
    Set<String> rows =
        ROW.matcher(Files.readString(TABLE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(clients())
        .allSatisfy(
            client ->
                assertThat(ROOT.resolve("docs/clients/%s.md".formatted(client))).isRegularFile());
    assertThat(rows).as("rows '| [...](clients/NAME.md)' of %s", TABLE).isEqualTo(clients());
  }
}
