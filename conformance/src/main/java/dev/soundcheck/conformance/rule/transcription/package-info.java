/**
 * Rules about what is written down of the user's speech. They use {@code rule} and the contract.
 */
@NullMarked
package dev.soundcheck.conformance.rule.transcription;

import org.jspecify.annotations.NullMarked;
