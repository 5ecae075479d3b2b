/** Rules about how a connection begins. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.greeting;

import org.jspecify.annotations.NullMarked;
