package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Profile;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A profile by its name. */
final class ProfileName implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return Profile.named(name).orElseThrow(() -> unknown(name));
  }

  private static TypeConversionException unknown(String name) {
    String known =
        Arrays.stream(Profile.values()).map(Profile::id).collect(Collectors.joining(", "));
    return new TypeConversionException("expected one of [%s], found '%s'".formatted(known, name));
  }
}
