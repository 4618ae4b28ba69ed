/** When to look at a customer again, and when what is seen is worth telling. */
@NullMarked
package io.vigie.scorer.watch;

import org.jspecify.annotations.NullMarked;
