package dev.soundcheck.script;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * One feature file before it is compiled.
 *
 * @param shown the file as shown to people
 * @param topic the first half of the names of its programs
 * @param text all of it
 * @param sibling finds a file by its name beside it
 */
record FeatureSource(
    String shown, String topic, String text, Function<String, Optional<Path>> sibling) {}
