/** What it means that a customer has not ordered for a while. */
@NullMarked
package io.vigie.scorer.silence;

import org.jspecify.annotations.NullMarked;
