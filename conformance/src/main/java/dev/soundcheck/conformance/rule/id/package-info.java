/** Rules about what names things. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.id;

import org.jspecify.annotations.NullMarked;
