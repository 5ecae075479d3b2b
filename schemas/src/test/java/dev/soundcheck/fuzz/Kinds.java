package dev.soundcheck.fuzz;

import java.util.List;

/** How inputs of each kind are spoiled. */
public final class Kinds {
  private static final Mutator BYTES = new ByteMutator();
  private static final Mutator TOKENS = new TokenMutator();
  private static final Mutator VALUES = new JsonMutator();

  private Kinds() {}

  /** Nothing is known of them but that they are bytes. */
  public static Mutator bytes() {
    return BYTES;
  }

  /** A file that begins with numbers: how long its parts are, and what they mean. */
  public static Mutator headers(int length) {
    return mostly(new FieldMutator(length), BYTES);
  }

  /** One JSON value. */
  public static Mutator json() {
    return mostly(VALUES, BYTES);
  }

  /** One JSON value a line. */
  public static Mutator traces() {
    return mostly(
        new LineMutator(VALUES, List.of("", "{}", "null", "[]", "\ufeff", "{\"a\":")), BYTES);
  }

  /** A short text in a small language. */
  public static Mutator expressions() {
    return mostly(TOKENS, BYTES);
  }

  /** Text in lines of a language. */
  public static Mutator lines(String... strange) {
    return mostly(new LineMutator(TOKENS, List.of(strange)), BYTES);
  }

  /** YAML. */
  public static Mutator yaml() {
    return lines(
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]",
        "x: !!java.net.URL [\"http://localhost\"]",
        "- !!binary \"AAA-\"",
        "!!set {a, b}",
        "<<: *a",
        "? {a: b}",
        "- - - - -",
        "%YAML 9.9",
        "--- ",
        "...",
        "\tx: 1",
        "x: |\n  y",
        "x: >9",
        "x: {".repeat(60),
        "- ".repeat(3_000),
        "[".repeat(3_000),
        "'",
        "\"\\x\"",
        "x: 1e999999999",
        "x: 0o9",
        "x: .nan",
        "\u0000",
        "*x",
        "&x",
        "@x");
  }

  /** Five of six times the one that knows more, mostly once or twice, up to four times in a row. */
  private static Mutator mostly(Mutator knowing, Mutator blind) {
    return (input, other, random) -> {
      byte[] spoiled = input;
      for (int i = Math.min(1 + random.nextInt(4), 1 + random.nextInt(4)); i > 0; i--) {
        Mutator one = random.nextInt(6) == 0 ? blind : knowing;
        spoiled = one.spoil(spoiled, other, random);
      }
      return spoiled;
    };
  }
}
