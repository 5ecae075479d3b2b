/** Rules about the sound that a server sends. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.audio;

import org.jspecify.annotations.NullMarked;
