/** How well the detector hears people, measured beside others; may use the room's public types. */
@NullMarked
package dev.soundcheck.audio.listening;

import org.jspecify.annotations.NullMarked;
