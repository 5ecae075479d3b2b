/** The documents as a site; uses nothing of ours. */
@NullMarked
package dev.soundcheck.site;

import org.jspecify.annotations.NullMarked;
