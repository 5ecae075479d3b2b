/** The client's side of a recording, spoken to a server, and what came back compared with it. */
@NullMarked
package dev.soundcheck.conformance.replay;

import org.jspecify.annotations.NullMarked;
