package dev.soundcheck.server.api;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests, and says who may open a socket. Safe for use by many threads. */
public final class Front {
  /** Where the socket is. */
  public static final String SOCKET = "/v1/realtime";

  /** Where the control API begins. */
  public static final String CONTROL = "/soundcheck/";

  /** Where the files of the page lie. */
  public static final String PAGE = "/soundcheck/page/";

  private static final String SECRETS = "/v1/realtime/client_secrets";

  private final Keyring keyring;
  private final Casting casting;
  private final Mishaps mishaps;
  private final CallDesk desk;
  private final Routes routes;
  private final boolean hasPage;

  /**
   * A front.
   *
   * @param neighbours what can be asked for beside the socket and its client secrets
   */
  public Front(Keyring keyring, Casting casting, CallDesk desk, List<Route> neighbours) {
    this(keyring, casting, desk, Mishaps.none(), neighbours);
  }

  /** The same, where some who ask for a socket meet with a mishap. */
  public Front(
      Keyring keyring, Casting casting, CallDesk desk, Mishaps mishaps, List<Route> neighbours) {
    this.mishaps = mishaps;
    this.keyring = keyring;
    this.casting = casting;
    this.desk = desk;
    List<Route> all = new ArrayList<>();
    all.add(Route.get("/", visit -> about()));
    all.add(Route.get(SOCKET, visit -> Refusals.upgradeRequired()));
    all.add(Route.post(SECRETS, visit -> new ClientSecrets(keyring).mint(visit.request())));
    all.addAll(new CallRoutes(desk, keyring).routes());
    all.addAll(new VoiceRoutes(keyring).routes());
    all.addAll(neighbours);
    this.routes = new Routes(all);
    this.hasPage = neighbours.stream().anyMatch(route -> route.path().startsWith(PAGE));
  }

  /** The answer to a request that asks for no socket. */
  public ApiReply answer(ApiRequest request) {
    ApiRequest meant = meant(request);
    return meant.method().equals("OPTIONS")
        ? CrossOrigin.preflight(meant)
        : CrossOrigin.allow(meant, routes.answer(meant));
  }

  /**
   * Somebody who opens the root in a browser wants to see the page; others are told what is here.
   */
  private ApiRequest meant(ApiRequest request) {
    boolean browser =
        request.path().equals("/")
            && request.header("Accept").filter(types -> types.contains("text/html")).isPresent();
    return browser && hasPage ? request.at(PAGE + "index.html") : request;
  }

  /**
   * Lets a client in that asks for a socket; a client secret is used up by it.
   *
   * @throws RefusedException with the answer that goes out instead of the upgrade
   */
  public Admission admit(ApiRequest request) throws RefusedException {
    if (!request.path().equals(SOCKET)) {
      throw new RefusedException(answer(request));
    }
    Credential credential = Credential.of(request);
    check(keyring.opens(credential.key()), credential);
    Optional<String> call = request.parameter("call_id");
    return call.isPresent()
        ? joined(call.get(), request, credential)
        : admitted(request, credential);
  }

  /**
   * Calls are joined with an API key, whatever model is asked for (live-behaviour.md §7.1, 7.3).
   */
  private Admission joined(String id, ApiRequest request, Credential credential)
      throws RefusedException {
    if (keyring.isSecret(credential.key())) {
      throw new RefusedException(Refusals.secretForCall());
    }
    Profile profile = casting.profile(request);
    Call call = desk.join(id);
    return new Admission(
        call.test(),
        keyring.owner(credential.key()),
        call.program(),
        profile,
        "",
        casting.comesBack(call.test(), request.parameter("conversation_id")),
        Optional.of(call),
        Subprotocols.answered(request.subprotocols()),
        mishaps.of(call.test(), call.program()));
  }

  private Admission admitted(ApiRequest request, Credential credential) throws RefusedException {
    Optional<Keyring.Note> minted = keyring.noteOf(credential.key());
    String test = TestId.of(request, credential, minted);
    Optional<Program> named =
        casting.named(
            request, test, credential.scenario().or(() -> minted.flatMap(Keyring.Note::scenario)));
    Profile profile = casting.profile(request);
    check(keyring.open(credential.key()), credential);
    Optional<String> conversation = casting.comesBack(test, request.parameter("conversation_id"));
    Program program = casting.program(test, named, conversation);
    return new Admission(
        test,
        keyring.owner(credential.key()),
        program,
        profile,
        casting.model(request),
        conversation,
        Optional.empty(),
        Subprotocols.answered(request.subprotocols()),
        mishaps.of(test, program));
  }

  private static void check(boolean opens, Credential credential) throws RefusedException {
    if (!opens) {
      throw new RefusedException(
          credential.key().isEmpty() ? Refusals.noCredential() : Refusals.wrongCredential());
    }
  }

  private ApiReply about() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("name", "Soundcheck");
    page.put(
        "what",
        "A mock of xAI's realtime voice API. It plays scenarios; nothing here is the real service.");
    routes.endpoints().forEach(page.putArray("endpoints")::add);
    return ApiReply.json(200, page);
  }
}
