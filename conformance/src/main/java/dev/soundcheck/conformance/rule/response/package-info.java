<<<<<<< HEAD
/** Rules about answers, from their beginning to their end. They use {@code rule} and the contract. */
=======
/** Rules about answers: who asks for them and how they end. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.response;

import org.jspecify.annotations.NullMarked;
