/** The steps that play a client, run by Cucumber against servers of all sorts. */
@NullMarked
package dev.soundcheck.conformance.cucumber.caller;

import org.jspecify.annotations.NullMarked;
