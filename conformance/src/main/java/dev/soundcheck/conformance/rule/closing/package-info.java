/** Rules about how a connection ends. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.closing;

import org.jspecify.annotations.NullMarked;
