<<<<<<< HEAD
/** Rules about errors, and about what has to be one. They use {@code rule} and the contract. */
=======
/** Rules about mistakes and what comes after them. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.error;

import org.jspecify.annotations.NullMarked;
