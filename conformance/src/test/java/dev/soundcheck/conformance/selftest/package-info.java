/**
 * The judge, held to what it says: servers and clients that are broken on purpose fail just the
 * rules that they break, ours fail none, and those that are none at all come to a defined end.
 */
@NullMarked
package dev.soundcheck.conformance.selftest;

import org.jspecify.annotations.NullMarked;
