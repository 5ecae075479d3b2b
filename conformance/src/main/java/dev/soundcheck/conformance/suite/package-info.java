/**
 * Conformance suites: which conversations are held with a server, what all rules say of them, and
 * the one model of results that every report is made of. It uses the client, the script and those
 * who judge ({@code requirement}, {@code rule}, {@code verify}), and never the mock server.
 */
@NullMarked
package dev.soundcheck.conformance.suite;

import org.jspecify.annotations.NullMarked;
