package dev.soundcheck.audio;

import java.util.Optional;

/**
 * What a WAV file holds, and where.
 *
 * @param format what its bytes mean
 * @param at where the sound begins
 * @param bytes how many of them are sound, in whole frames
 * @param remark what is odd about the file, if anything, for a person to read
 */
record WavLayout(WavFormat format, long at, long bytes, Optional<String> remark) {}
