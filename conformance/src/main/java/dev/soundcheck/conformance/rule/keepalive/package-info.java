<<<<<<< HEAD
/** Rules about keep-alives. They use {@code rule} and the contract. */
=======
/** Rules about keeping a connection open. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.keepalive;

import org.jspecify.annotations.NullMarked;
