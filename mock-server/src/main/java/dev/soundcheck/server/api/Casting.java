package dev.soundcheck.server.api;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who plays what: the scenario and the profile of a connection (design.md, "Choosing the
 * scenario").
 */
public final class Casting {
  private static final String IN_MODEL = "scenario/";

  private final Playbill bill;
  private final Profile profile;

  /**
   * What can be played.
   *
   * @param profile spoken to clients that name none
   */
  public Casting(Playbill bill, Profile profile) {
    this.bill = bill;
    this.profile = profile;
  }

  /** The first of query, header, key and model that names a scenario. */
  Optional<Program> named(ApiRequest request, String test, Optional<String> besideKey)
      throws RefusedException {
    Optional<String> name =
        Stream.of(
                request.parameter("scenario"),
                request.header("X-Soundcheck-Scenario"),
                besideKey,
                request.parameter("model").flatMap(Casting::inModel))
            .flatMap(Optional::stream)
            .findFirst();
    return name.isEmpty() ? Optional.empty() : Optional.of(named(name.get(), test));
  }

  /**
   * What is played: what goes on in the conversation that the client comes back for, unless it
   * names another scenario; else what it names, what is in line, the usual.
   */
  Program program(String test, Optional<Program> named, Optional<String> conversation) {
    return conversation
        .flatMap(id -> bill.sequel(test, id))
        .filter(sequel -> named.isEmpty() || named.get().name().equals(sequel.name()))
        .or(() -> named)
        .or(() -> bill.next(test))
        .orElseGet(() -> bill.usual(test));
  }

  /** The same conversation, once all is known of it; may block for a second. */
  Optional<String> comesBack(String test, Optional<String> conversation) {
    conversation.ifPresent(id -> bill.comesBack(test, id));
    return conversation;
  }

  /** The profile that {@code ?profile=} names. */
  Profile profile(ApiRequest request) throws RefusedException {
    Optional<String> name = request.parameter("profile");
    if (name.isEmpty()) {
      return profile;
    }
    Optional<Profile> named = Profile.named(name.get());
    if (named.isEmpty()) {
      throw noSuchProfile(name.get());
    }
    return named.get();
  }

  /** The model asked for; empty when there is none, or when a scenario stands in its place. */
  String model(ApiRequest request) {
    return request.parameter("model").filter(model -> inModel(model).isEmpty()).orElse("");
  }

  /**
   * The scenario of this name.
   *
   * @throws RefusedException with a 404 that names those that are named like it
   */
  Program named(String name, String test) throws RefusedException {
    Repertoire repertoire = bill.repertoire(test);
    Optional<Program> program = repertoire.named(name);
    if (program.isEmpty()) {
      throw noSuchScenario(name, repertoire);
    }
    return program.get();
  }

  private static Optional<String> inModel(String model) {
    return model.startsWith(IN_MODEL)
        ? Optional.of(model.substring(IN_MODEL.length())).filter(name -> !name.isBlank())
        : Optional.empty();
  }

  private static RefusedException noSuchScenario(String name, Repertoire repertoire) {
    return new RefusedException(
        ApiReply.refusal(
            404, "scenario-not-found", repertoire.noneNamed(name), repertoire.nearest(name)));
  }

  private static RefusedException noSuchProfile(String name) {
    List<String> names = Arrays.stream(Profile.values()).map(Profile::id).toList();
    return new RefusedException(
        ApiReply.refusal(
            404,
            "profile-not-found",
            "There is no profile '%s'. There are %s.".formatted(name, quoted(names)),
            names));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
