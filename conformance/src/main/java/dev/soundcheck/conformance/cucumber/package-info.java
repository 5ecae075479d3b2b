/**
 * Cucumber: the whole language of scenarios as steps of somebody else's suite, which play the
 * server to their app. Put this package among the glue. Cucumber is brought along by whoever tests.
 * Uses schemas, script, play and the server's door; {@code caller} plays the other role.
 */
@NullMarked
package dev.soundcheck.conformance.cucumber;

import org.jspecify.annotations.NullMarked;
