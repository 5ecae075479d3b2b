/**
 * Wire profiles: what a session does (a dialect) and how it is written (a shape). Uses schemas and
 * session.
 */
@NullMarked
package dev.soundcheck.server.profile;

import org.jspecify.annotations.NullMarked;
