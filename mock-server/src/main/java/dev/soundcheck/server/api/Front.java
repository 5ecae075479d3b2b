package dev.soundcheck.server.api;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests, and says who may open a socket. Safe for use by many threads. */
public final class Front {
  /** Where the socket is. */
  public static final String SOCKET = "/v1/realtime";

  private static final String SECRETS = "/v1/realtime/client_secrets";
  static final String ENDPOINTS = "GET /, GET %s (WebSocket), POST %s".formatted(SOCKET, SECRETS);

  private final Keyring keyring;
  private final Casting casting;
  private final ClientSecrets secrets;

  public Front(Keyring keyring, Casting casting) {
    this.keyring = keyring;
    this.casting = casting;
    this.secrets = new ClientSecrets(keyring);
  }

  /** The answer to a request that asks for no socket. */
  public ApiReply answer(ApiRequest request) {
    return request.method().equals("OPTIONS")
        ? CrossOrigin.preflight(request)
        : CrossOrigin.allow(routed(request));
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
    Admission admission = cast(request, credential);
    check(keyring.open(credential.key()), credential);
    return admission;
  }

  private Admission cast(ApiRequest request, Credential credential) throws RefusedException {
    Optional<String> besideKey =
        credential.scenario().or(() -> keyring.scenarioOf(credential.key()));
    return new Admission(
        casting.program(request, besideKey),
        casting.profile(request),
        casting.model(request),
        request.parameter("conversation_id"),
        Subprotocols.answered(request.subprotocols()));
  }

  private static void check(boolean opens, Credential credential) throws RefusedException {
    if (!opens) {
      throw new RefusedException(
          credential.key().isEmpty() ? Refusals.noCredential() : Refusals.wrongCredential());
    }
  }

  private ApiReply routed(ApiRequest request) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return switch (request.path()) {
      case "/" -> reads ? about() : notAllowed(request, "GET");
      case SOCKET -> reads ? Refusals.upgradeRequired() : notAllowed(request, "GET");
      case SECRETS ->
          request.method().equals("POST") ? secrets.mint(request) : notAllowed(request, "POST");
      default -> Refusals.nothingAt(request.path());
    };
  }

  private static ApiReply notAllowed(ApiRequest request, String allowed) {
    return Refusals.notAllowed(request.method(), request.path(), allowed);
  }

  private static ApiReply about() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("name", "Soundcheck");
    page.put(
        "what",
        "A mock of xAI's realtime voice API. It plays scenarios; nothing here is the real service.");
    page.putArray("endpoints").add("GET " + SOCKET + " (WebSocket)").add("POST " + SECRETS);
    return ApiReply.json(200, page);
  }
}
