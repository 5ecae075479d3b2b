/**
 * Rules about single events, as the contract describes them. They use {@code rule} and the
 * contract.
 */
@NullMarked
package dev.soundcheck.conformance.rule.schema;

import org.jspecify.annotations.NullMarked;
