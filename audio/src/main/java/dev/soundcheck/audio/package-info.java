/** Sound: samples in, samples out. Uses nothing of ours. */
@NullMarked
package dev.soundcheck.audio;

import org.jspecify.annotations.NullMarked;
