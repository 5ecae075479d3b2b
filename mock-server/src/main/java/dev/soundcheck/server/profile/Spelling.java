package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;

/**
 * The constants and keys in which profiles are written differently (decisions.md "Profiles").
 *
 * @param voice the voice of {@code session.created}
 * @param noiseSuppression {@code enable_noise_suppression}
 * @param replayed whether items say that they are not replayed
 * @param deletedId whether {@code item_id} of {@code conversation.item.deleted} names the item
 * @param errors how errors are laid out
 * @param members which members frames have
 * @param names whose names stand where vendors differ
 * @param replay the event that repeats an item of an earlier connection (live-behaviour.md 8.1)
 */
record Spelling(
    String voice,
    boolean noiseSuppression,
    boolean replayed,
    boolean deletedId,
    Errors errors,
    Members members,
    Names names,
    EventType replay) {
  /** Where the members of an error stand. */
  enum Errors {
    NESTED,
    /** Nested, without what is unknown (events.yaml: optional, but never null). */
    NESTED_SPARSE,
    FLAT
  }

  /** Which members frames have. */
  enum Members {
    /** Those of the captures. */
    CAPTURED,
    /**
     * Also those that documents and strict clients agree on: content and part wherever there could
     * be one, all indices, usage inside the response, flat tools; no role where there is none
     * (live-behaviour.md 8.1, clients.md 9.1).
     */
    COMPLETE
  }

  /** Whose names stand where vendors differ. */
  enum Names {
    XAI,
    /** Those that openai-java accepts (clients.md 6.3, 6.5, 10.1). */
    OPENAI
  }

  static final Spelling LIVE = captured("xai_ara", false, true, false, Errors.NESTED);
  static final Spelling LIVE_2026_07 = captured("ara", true, false, true, Errors.NESTED);
  static final Spelling LAUNCH = captured("ara", true, false, true, Errors.FLAT);

  /** live-behaviour.md 8.1: the documented default voice is another one. */
  static final Spelling DOCUMENTED =
      new Spelling(
          "eve",
          false,
          false,
          true,
          Errors.NESTED_SPARSE,
          Members.COMPLETE,
          Names.XAI,
          EventType.CONVERSATION_ITEM_CREATED);

  static final Spelling OPENAI_GA =
      new Spelling(
          "xai_ara",
          false,
          false,
          true,
          Errors.NESTED,
          Members.COMPLETE,
          Names.OPENAI,
          EventType.CONVERSATION_ITEM_ADDED);

  private static Spelling captured(
      String voice, boolean noiseSuppression, boolean replayed, boolean deletedId, Errors errors) {
    return new Spelling(
        voice,
        noiseSuppression,
        replayed,
        deletedId,
        errors,
        Members.CAPTURED,
        Names.XAI,
        EventType.CONVERSATION_ITEM_ADDED);
  }

  boolean complete() {
    return members == Members.COMPLETE;
  }

  boolean openAi() {
    return names == Names.OPENAI;
  }
}
