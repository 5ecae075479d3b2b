/** The contract: what may be said on the wire, and what was seen there. Uses nothing of ours. */
@NullMarked
package dev.soundcheck.schemas;

import org.jspecify.annotations.NullMarked;
