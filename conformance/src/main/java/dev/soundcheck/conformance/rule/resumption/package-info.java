<<<<<<< HEAD
/** Rules about conversations that go on on a later connection. They use {@code rule} and the contract. */
=======
/** Rules about conversations that go on after a break. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.resumption;

import org.jspecify.annotations.NullMarked;
