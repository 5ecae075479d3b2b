/**
 * Cucumber: the whole language of scenarios as steps of somebody else's suite, which play the
 * server to their app. Put this package among the glue. Cucumber is brought along by whoever tests.
 */
@NullMarked
package dev.soundcheck.conformance.cucumber;

import org.jspecify.annotations.NullMarked;
