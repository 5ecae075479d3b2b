/** Sound devices, played by fakes. */
@NullMarked
package dev.soundcheck.conformance.device;

import org.jspecify.annotations.NullMarked;
