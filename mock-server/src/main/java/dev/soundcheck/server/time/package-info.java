/** What time it is on a server: real, or moved by hand. Uses nothing of ours. */
@NullMarked
package dev.soundcheck.server.time;

import org.jspecify.annotations.NullMarked;
