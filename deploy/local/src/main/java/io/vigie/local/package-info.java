/** The whole system on one machine: commands that start it, feed it and say what came of it. */
@NullMarked
package io.vigie.local;

import org.jspecify.annotations.NullMarked;
