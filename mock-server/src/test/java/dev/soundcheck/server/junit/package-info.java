/** The JUnit extension, run by JUnit's own test kit. */
@NullMarked
package dev.soundcheck.server.junit;

import org.jspecify.annotations.NullMarked;
