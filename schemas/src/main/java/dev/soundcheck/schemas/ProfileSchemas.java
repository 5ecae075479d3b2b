package dev.soundcheck.schemas;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.InputStreamSource;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The compiled schemas of one profile, each made at its first use and then kept. */
final class ProfileSchemas {
  private final SchemaFolders folders;
  private final SchemaRegistry registry;
  private final Map<EventType, Schema> compiled = new ConcurrentHashMap<>();

  ProfileSchemas(SchemaFolders folders) {
    this.folders = folders;
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().locale(Locale.ROOT).formatAssertionsEnabled(true).build();
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .resourceLoaders(loaders -> loaders.add(this::open)));
  }

  Schema of(EventType type) {
    Schema known = compiled.get(type);
    return known != null ? known : compiled.computeIfAbsent(type, this::compile);
  }

  private Schema compile(EventType type) {
    Schema schema = registry.getSchema(SchemaLocation.of(SchemaFolders.id(type)));
    schema.initializeValidators();
    return schema;
  }

  private @Nullable InputStreamSource open(@Nullable AbsoluteIri id) {
    if (id == null) {
      return null;
    }
    return folders.find(id.toString()).map(ProfileSchemas::source).orElse(null);
  }

  private static InputStreamSource source(URL file) {
    return file::openStream;
  }
}
