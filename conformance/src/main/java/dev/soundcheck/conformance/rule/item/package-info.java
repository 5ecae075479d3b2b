/** Rules about the items of a conversation. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.item;

import org.jspecify.annotations.NullMarked;
