package dev.soundcheck.script;

import java.util.Set;

/**
 * How a program is announced.
 *
 * @param name {@code topic/title-in-kebab-case}
 * @param title the line with the title
 * @param tags with their {@code @}; those of the feature and the rule too
 */
record Billing(String name, Line title, Set<String> tags) {
  Billing {
    tags = Set.copyOf(tags);
  }
}
