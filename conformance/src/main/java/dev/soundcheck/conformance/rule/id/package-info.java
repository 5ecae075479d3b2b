<<<<<<< HEAD
/** Rules about what names things. They use {@code rule} and the contract. */
=======
/** Rules about the names of events and items. They use {@code rule} and the contract. */
>>>>>>> rulesc
@NullMarked
package dev.soundcheck.conformance.rule.id;

import org.jspecify.annotations.NullMarked;
