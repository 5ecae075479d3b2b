/**
 * The scenario language: phrases, the compiler and programs, for both roles. Uses schemas; knows no
 * transport, thread or clock.
 */
@NullMarked
package dev.soundcheck.script;

import org.jspecify.annotations.NullMarked;
