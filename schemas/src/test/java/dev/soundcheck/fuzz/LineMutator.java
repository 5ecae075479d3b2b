package dev.soundcheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes a text for lines: removes, doubles, moves and borrows them, changes how far they are
 * indented, and has one of them spoiled by somebody who knows what stands in it.
 */
public final class LineMutator implements Mutator {
  private final Mutator within;
  private final List<String> strange;

  /**
   * Of texts of a kind.
   *
   * @param within spoils one line
   * @param strange lines that do harm in this kind of text
   */
  public LineMutator(Mutator within, List<String> strange) {
    this.within = within;
    this.strange = List.copyOf(strange);
  }

  @Override
  public byte[] spoil(byte[] input, byte[] other, SplittableRandom random) {
    List<String> lines = lines(input);
    List<String> others = lines(other);
    int at = random.nextInt(lines.size());
    switch (random.nextInt(10)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.set(at, others.get(random.nextInt(others.size())));
      case 4 -> lines.subList(at, lines.size()).clear();
      case 5 -> lines.set(at, indented(lines.get(at), random));
      case 6 -> lines.add(at, strangeLine(random));
      default -> lines.set(at, spoiled(lines.get(at), others, random));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private String strangeLine(SplittableRandom random) {
    return strange.isEmpty() ? Oddities.word(random) : strange.get(random.nextInt(strange.size()));
  }

  private String spoiled(String line, List<String> others, SplittableRandom random) {
    byte[] other = others.get(random.nextInt(others.size())).getBytes(StandardCharsets.UTF_8);
    byte[] spoiled = within.spoil(line.getBytes(StandardCharsets.UTF_8), other, random);
    return new String(spoiled, StandardCharsets.UTF_8);
  }

  private static String indented(String line, SplittableRandom random) {
    return random.nextBoolean() ? "  " + line : line.strip();
  }

  private static List<String> lines(byte[] text) {
    return new ArrayList<>(List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)));
  }
}
