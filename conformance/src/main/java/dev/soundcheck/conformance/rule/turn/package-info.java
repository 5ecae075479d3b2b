<<<<<<< HEAD
/** Rules about the user's turns: speech, commits, and that they are answered. They use {@code rule} and the contract. */
=======
/** Rules about turns of the user. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.turn;

import org.jspecify.annotations.NullMarked;
