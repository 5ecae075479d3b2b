package dev.soundcheck.server.profile;

/**
 * The constants and keys in which profiles are written differently (decisions.md "Profiles").
 *
 * @param voice the voice of {@code session.created}
 * @param noiseSuppression {@code enable_noise_suppression}
 * @param replayed whether items say that they are not replayed
 * @param deletedId whether {@code item_id} of {@code conversation.item.deleted} names the item
 * @param errors how errors are laid out
 */
record Spelling(
    String voice, boolean noiseSuppression, boolean replayed, boolean deletedId, Errors errors) {
  /** Where the members of an error stand. */
  enum Errors {
    NESTED,
    FLAT
  }

  static final Spelling LIVE = new Spelling("xai_ara", false, true, false, Errors.NESTED);
  static final Spelling LIVE_2026_07 = new Spelling("ara", true, false, true, Errors.NESTED);
  static final Spelling LAUNCH = new Spelling("ara", true, false, true, Errors.FLAT);
}
