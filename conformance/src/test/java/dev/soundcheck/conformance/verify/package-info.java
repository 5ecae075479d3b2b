@NullMarked
package dev.soundcheck.conformance.verify;

import org.jspecify.annotations.NullMarked;
