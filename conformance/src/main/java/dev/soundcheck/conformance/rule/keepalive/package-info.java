/** Rules about keep-alives. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.keepalive;

import org.jspecify.annotations.NullMarked;
