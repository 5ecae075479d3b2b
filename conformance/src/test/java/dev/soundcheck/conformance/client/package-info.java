/** The client without a network, in virtual time; and the dialer against real refusals. */
@NullMarked
package dev.soundcheck.conformance.client;

import org.jspecify.annotations.NullMarked;
