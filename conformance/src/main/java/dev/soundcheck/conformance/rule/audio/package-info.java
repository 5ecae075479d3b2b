/** Rules about sound. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.audio;

import org.jspecify.annotations.NullMarked;
