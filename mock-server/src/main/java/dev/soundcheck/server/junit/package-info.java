/**
 * JUnit 5: a server for each test, checked and put away after it. Uses the door of the server;
 * JUnit is brought along by whoever tests.
 */
@NullMarked
package dev.soundcheck.server.junit;

import org.jspecify.annotations.NullMarked;
