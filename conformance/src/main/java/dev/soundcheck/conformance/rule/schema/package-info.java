/** Rules about the shape of what is said. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.schema;

import org.jspecify.annotations.NullMarked;
