/**
 * Seeded mutation fuzzing of parsers, for the tests of all rooms: real inputs are spoiled, and
 * whatever reads them has to answer.
 */
@NullMarked
package dev.soundcheck.fuzz;

import org.jspecify.annotations.NullMarked;
