/** What becomes of what is posted. */
@NullMarked
package dev.soundcheck.server.courier;

import org.jspecify.annotations.NullMarked;
