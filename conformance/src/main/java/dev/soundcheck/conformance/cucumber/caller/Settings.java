package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which server a suite is held against.
 *
 * @param url where it is; a mock is started where there is none
 * @param key sent as {@code Authorization: Bearer}
 * @param authority a PEM file of certificates to trust
 * @param profile the contract that its events are held against
 */
record Settings(
    Optional<URI> url, Optional<String> key, Optional<Path> authority, Profile profile) {
  /** Nobody has said anything. */
  static final Settings NONE =
      new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Profile.LIVE);

  private static final String URL = "soundcheck.url";
  private static final String KEY = "soundcheck.key";
  private static final String CA = "soundcheck.ca";
  private static final String PROFILE = "soundcheck.profile";

  /** What this process was told: system properties, and the key of the environment. */
  static Settings told() {
    return told(
        name -> Optional.ofNullable(System.getProperty(name)),
        Optional.ofNullable(System.getenv("XAI_API_KEY")));
  }

  /**
   * What these properties say; one that is blank says nothing.
   *
   * @throws IllegalArgumentException with every mistake
   */
  static Settings told(Function<String, Optional<String>> property, Optional<String> usualKey) {
    Function<String, Optional<String>> given =
        name -> property.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    List<String> mistakes = new ArrayList<>();
    Optional<URI> url = given.apply(URL).flatMap(text -> url(text, mistakes));
    Optional<Path> authority = given.apply(CA).flatMap(text -> readable(text, mistakes));
    Optional<Profile> profile = given.apply(PROFILE).flatMap(text -> profile(text, mistakes));
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), mistakes));
    }
    Optional<String> key = given.apply(KEY).or(() -> usualKey.filter(one -> !one.isBlank()));
    return new Settings(url, key, authority, profile.orElse(Profile.LIVE));
  }

  private static Optional<URI> url(String text, List<String> mistakes) {
    try {
      URI url = URI.create(text);
      if (List.of("ws", "wss").contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException noUri) {
      // told below, like other addresses that are none of a server
    }
    mistakes.add(
        "%s: expected ws://HOST:PORT/PATH or wss://…, found '%s'."
            .formatted(URL, TraceText.words(text)));
    return Optional.empty();
  }

  private static Optional<Path> readable(String text, List<String> mistakes) {
    try {
      Path file = Path.of(text);
      if (Files.isReadable(file)) {
        return Optional.of(file);
      }
    } catch (InvalidPathException noName) {
      // told below, like a file that is not there
    }
    mistakes.add("%s: there is no file '%s' to read.".formatted(CA, TraceText.words(text)));
    return Optional.empty();
  }

  private static Optional<Profile> profile(String text, List<String> mistakes) {
    Optional<Profile> profile = Profile.named(text);
    if (profile.isEmpty()) {
      String all =
          Arrays.stream(Profile.values()).map(Profile::id).collect(Collectors.joining(", "));
      mistakes.add(
          "%s: expected one of [%s], found '%s'.".formatted(PROFILE, all, TraceText.words(text)));
    }
    return profile;
  }

  /** Without the key: it must not reach a log. */
  @Override
  public String toString() {
    return "Settings[%s, %s]".formatted(url.map(TraceText::address).orElse("a mock"), profile.id());
  }

  /** The server of the URL, as the client calls it. */
  Optional<Target> target() {
    return url.map(there -> new Target(there, key, authority));
  }

  Settings at(URI server) {
    return new Settings(Optional.of(server), key, authority, profile);
  }

  Settings with(Profile other) {
    return new Settings(url, key, authority, other);
  }

  Settings withKey(String other) {
    return new Settings(url, Optional.of(other), authority, profile);
  }

  Settings trusting(Path file) {
    return new Settings(url, key, Optional.of(file), profile);
  }
}
