@NullMarked
package dev.soundcheck.conformance.proxy;

import org.jspecify.annotations.NullMarked;
