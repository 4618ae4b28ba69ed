/** Turns risks into cases and tasks by an explicit policy, or into an explicit no action. */
@NullMarked
package io.vigie.retention;

import org.jspecify.annotations.NullMarked;
