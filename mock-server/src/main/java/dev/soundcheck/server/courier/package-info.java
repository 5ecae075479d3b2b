/** Posting over HTTP. The only room of the server that calls others. */
@NullMarked
package dev.soundcheck.server.courier;

import org.jspecify.annotations.NullMarked;
