@NullMarked
package dev.soundcheck.conformance.hearing;

import org.jspecify.annotations.NullMarked;
