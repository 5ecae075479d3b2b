package dev.soundcheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Takes a text for words, numbers and signs: replaces, removes, doubles and swaps them. */
public final class TokenMutator implements Mutator {
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[^\\p{L}\\p{N}])|(?=[^\\p{L}\\p{N}])|(?<=\\p{L})(?=\\p{N})");

  @Override
  public byte[] spoil(byte[] input, byte[] other, SplittableRandom random) {
    List<String> tokens = tokens(input);
    for (int i = 1 + random.nextInt(3); i > 0 && !tokens.isEmpty(); i--) {
      spoil(tokens, tokens(other), random);
    }
    return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
  }

  private static void spoil(List<String> tokens, List<String> others, SplittableRandom random) {
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(7)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
      case 3 -> tokens.addAll(at, others);
      case 4 -> tokens.set(at, others.isEmpty() ? "" : others.get(random.nextInt(others.size())));
      case 5 -> tokens.add(at, Oddities.word(random));
      default -> tokens.set(at, Oddities.word(random));
    }
  }

  private static List<String> tokens(byte[] text) {
    return new ArrayList<>(List.of(BETWEEN.split(new String(text, StandardCharsets.UTF_8))));
  }
}
