package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads addresses; a password or a key in one is kept in confidence. */
final class AddressReader implements ITypeConverter<URI> {
  /** Parameters that are no secret, or whose values are words that come up elsewhere. */
  private static final Pattern HARMLESS =
      Pattern.compile("(?i)(?:model|scenario|profile|test|call_id|conversation_id)=.*");

  private final Confidences confidences;

  AddressReader(Confidences confidences) {
    this.confidences = confidences;
  }

  @Override
  public URI convert(String text) {
    try {
      URI address = new URI(text);
      Optional.ofNullable(address.getRawUserInfo()).ifPresent(this::keepPassword);
      Optional.ofNullable(address.getRawQuery()).ifPresent(this::keepKeys);
      return address;
    } catch (URISyntaxException none) {
      throw new TypeConversionException(
          "expected an address, found '%s' (%s)"
              .formatted(TraceText.words(text), none.getReason()));
    }
  }

  private void keepPassword(String userInfo) {
    confidences.keep(userInfo.substring(userInfo.indexOf(':') + 1));
  }

  private void keepKeys(String query) {
    for (String parameter : query.split("&")) {
      if (!HARMLESS.matcher(parameter).matches()) {
        confidences.keep(parameter.substring(parameter.indexOf('=') + 1));
      }
    }
  }
}
