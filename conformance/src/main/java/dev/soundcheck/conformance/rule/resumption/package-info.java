/** Rules about conversations that go on after a break. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.resumption;

import org.jspecify.annotations.NullMarked;
