/** What comes of conversations that were held. */
@NullMarked
package dev.soundcheck.conformance.suite;

import org.jspecify.annotations.NullMarked;
