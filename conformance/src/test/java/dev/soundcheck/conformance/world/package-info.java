/** Faults of the world around the program: no descriptors left, no room on a disk. */
@NullMarked
package dev.soundcheck.conformance.world;

import org.jspecify.annotations.NullMarked;
