/** All rules together. It uses the sections. */
@NullMarked
package dev.soundcheck.conformance.rule.book;

import org.jspecify.annotations.NullMarked;
