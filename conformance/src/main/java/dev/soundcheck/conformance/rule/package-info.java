/**
 * Rules about what servers and clients say, each a pure function of a trace: what a rule reads, and
 * what it answers. The rules themselves stand in the packages below, one for each section of the
 * requirements; they use this and the contract ({@code schemas}), nothing else.
 */
@NullMarked
package dev.soundcheck.conformance.rule;

import org.jspecify.annotations.NullMarked;
