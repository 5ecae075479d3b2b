/** Rules about answers: who asks for them and how they end. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.response;

import org.jspecify.annotations.NullMarked;
