/**
 * Rules about the user's turns: speech, commits, and that they are answered. They use {@code rule}
 * and the contract.
 */
@NullMarked
package dev.soundcheck.conformance.rule.turn;

import org.jspecify.annotations.NullMarked;
