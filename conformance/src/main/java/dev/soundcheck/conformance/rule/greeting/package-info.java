<<<<<<< HEAD
/** Rules about how a connection begins. They use {@code rule} and the contract. */
=======
/** Rules about the beginning of a connection. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.greeting;

import org.jspecify.annotations.NullMarked;
