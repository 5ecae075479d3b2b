/** Rules about calls of tools. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.tool;

import org.jspecify.annotations.NullMarked;
