package dev.soundcheck.conformance.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads options that are secret. A command line is there for all to see in the list of processes,
 * so {@code env:NAME} stands for a variable of the environment; {@code @FILE}, which the library
 * replaces by what the file holds, will do too.
 */
final class SecretReader implements ITypeConverter<Secret> {
  private static final String VARIABLE = "env:";

  private final Map<String, String> environment;
  private final Confidences confidences;

  /**
   * A reader.
   *
   * @param confidences is told each secret
   */
  SecretReader(Map<String, String> environment, Confidences confidences) {
    this.environment = environment;
    this.confidences = confidences;
  }

  @Override
  public Secret convert(String text) {
    String value = text.startsWith(VARIABLE) ? variable(text.substring(VARIABLE.length())) : text;
    confidences.keep(value);
    return new Secret(value);
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected the name of a variable of the environment that holds it, found '%s', which is not set"
                        .formatted(name)));
  }
}
