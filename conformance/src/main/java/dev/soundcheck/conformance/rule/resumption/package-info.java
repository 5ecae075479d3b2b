/**
 * Rules about conversations that go on on a later connection. They use {@code rule} and the
 * contract.
 */
@NullMarked
package dev.soundcheck.conformance.rule.resumption;

import org.jspecify.annotations.NullMarked;
