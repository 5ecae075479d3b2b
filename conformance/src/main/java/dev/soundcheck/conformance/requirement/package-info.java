/**
 * What the sources ask of servers and clients, as data: a row for each sentence, with who has to
 * keep it and how it is judged, or why it is not. It uses the contract's names, nothing else.
 */
@NullMarked
package dev.soundcheck.conformance.requirement;

import org.jspecify.annotations.NullMarked;
