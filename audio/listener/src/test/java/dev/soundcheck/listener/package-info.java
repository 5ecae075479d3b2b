/** Tests of the listener. */
@NullMarked
package dev.soundcheck.listener;

import org.jspecify.annotations.NullMarked;
