<<<<<<< HEAD
/** Rules about single events, as the contract describes them. They use {@code rule} and the contract. */
=======
/** Rules about the shape of what is said. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.schema;

import org.jspecify.annotations.NullMarked;
