/**
 * A store that several servers share, in Redis or Valkey. Owns one connection and one thread; of
 * ours it uses the store's interfaces, the session's and the play's values, and schemas.
 */
@NullMarked
package dev.soundcheck.server.redis;

import org.jspecify.annotations.NullMarked;
