package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Profile;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A profile by its name; iterates over the names of all. */
final class ProfileName implements ITypeConverter<Profile>, Iterable<String> {
  @Override
  public Profile convert(String name) {
    return Profile.named(name).orElseThrow(() -> unknown(name));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Profile.values()).map(Profile::id).iterator();
  }

  private TypeConversionException unknown(String name) {
    return new TypeConversionException(
        "expected one of [%s], found '%s'".formatted(String.join(", ", this), name));
  }
}
