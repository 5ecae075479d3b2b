/** Rules about setting a session up. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.session;

import org.jspecify.annotations.NullMarked;
