/**
 * Cucumber: the whole language of scenarios as steps of a suite that tests a server. Our client
 * plays the client's role of each scenario, with real audio, against the server of a URL or a mock
 * started for it. Put this package among the glue. Uses schemas, audio, script, client, the
 * server's door and {@code cucumber.line}.
 */
@NullMarked
package dev.soundcheck.conformance.cucumber.caller;

import org.jspecify.annotations.NullMarked;
