/**
 * Recognises which of a scenario's phrases is spoken. Uses audio, and Sphinx, which nobody else
 * does.
 */
@NullMarked
package dev.soundcheck.listener;

import org.jspecify.annotations.NullMarked;
