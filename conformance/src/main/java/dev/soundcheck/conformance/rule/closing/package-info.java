<<<<<<< HEAD
/** Rules about how a connection ends. They use {@code rule} and the contract. */
=======
/** Rules about the end of a connection. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.closing;

import org.jspecify.annotations.NullMarked;
