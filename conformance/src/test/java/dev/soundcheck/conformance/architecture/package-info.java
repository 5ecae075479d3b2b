/** The walls between the rooms, checked over the classes of every module. */
@NullMarked
package dev.soundcheck.conformance.architecture;

import org.jspecify.annotations.NullMarked;
