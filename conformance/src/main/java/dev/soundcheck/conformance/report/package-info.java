/**
 * What came of a suite, for people and for programs: lines, a page, JUnit XML, JSON, Cucumber
 * messages, a badge, and the folder they lie in. All of it is made of {@code suite.Results} and
 * adds nothing to them; the sound of traces is decoded by {@code hearing}. Of ours it uses the
 * contract, sound, the script's lines, and those who judge.
 */
@NullMarked
package dev.soundcheck.conformance.report;

import org.jspecify.annotations.NullMarked;
