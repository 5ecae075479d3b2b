package dev.soundcheck.schemas;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The format of traces as a JSON Schema, for tools that are not ours (docs/trace-format.md). */
public final class TraceFormat {
  private static final String SCHEMA = text();

  private TraceFormat() {}

  /** The schema of one line, as JSON Schema 2020-12. */
  public static String schema() {
    return SCHEMA;
  }

  /**
   * What the schema does not allow in a line; empty when it is fine. {@link TraceReader} tells the
   * same in plain words, except that it passes over members which it does not know.
   *
   * @param line without its line feed
   */
  public static List<String> problems(String line) {
    return Compiled.LINE.validate(line, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** Made at the first use, which takes some time. */
  private static final class Compiled {
    private static final SchemaRegistryConfig CONFIG =
        SchemaRegistryConfig.builder().locale(Locale.ROOT).formatAssertionsEnabled(true).build();

    private static final Schema LINE =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(CONFIG))
            .getSchema(SCHEMA);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(TraceFormat.class.getResourceAsStream("trace.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the schema of traces cannot be read", unreadable);
    }
  }
}
