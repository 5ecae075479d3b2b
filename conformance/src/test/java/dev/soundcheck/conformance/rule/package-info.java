/** Every rule held against good traces and against traces that are spoiled in one thing. */
@NullMarked
package dev.soundcheck.conformance.rule;

import org.jspecify.annotations.NullMarked;
