/**
 * The page to see and steer a server with: its files, as they are served. What it shows it asks the
 * control API for. Uses api; no transport.
 */
@NullMarked
package dev.soundcheck.server.page;

import org.jspecify.annotations.NullMarked;
