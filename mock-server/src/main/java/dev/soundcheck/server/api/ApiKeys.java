package dev.soundcheck.server.api;

/** What only an API key may ask for; how others are refused: server-http-answers.md. */
final class ApiKeys {
  private ApiKeys() {}

  /** The credential, which is an API key where keys are checked. */
  static Credential demanded(ApiRequest request, Keyring keyring) throws RefusedException {
    Credential credential = Credential.of(request);
    if (keyring.isApiKey(credential.key())) {
      return credential;
    }
    if (credential.key().isEmpty()) {
      throw new RefusedException(Refusals.noCredential());
    }
    throw new RefusedException(
        ApiReply.refusal(
            400,
            "invalid-argument",
            "Incorrect API key provided. Use one of the keys that the server was started with."));
  }
}
