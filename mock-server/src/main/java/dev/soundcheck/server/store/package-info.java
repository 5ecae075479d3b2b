/**
 * What outlives connections, and where it is kept: by one server alone, or shared by several. Of
 * ours it uses schemas, the session's and the play's values, and the server's values.
 */
@NullMarked
package dev.soundcheck.server.store;

import org.jspecify.annotations.NullMarked;
