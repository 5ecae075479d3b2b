package dev.soundcheck.schemas;

/**
 * One member of an event, explained.
 *
 * @param path as in {@code session.tools[].name}
 * @param type the kinds of value, in words
 * @param required whether it may not be missing where its parent is
 * @param allowed what narrows the value down, in words; empty when nothing does
 * @param when on what it depends, in words; empty when on nothing
 * @param source where it is known from: a document and its section
 */
public record EventField(
    String path, String type, boolean required, String allowed, String when, String source) {}
