/** Rules about turns of the user. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.turn;

import org.jspecify.annotations.NullMarked;
