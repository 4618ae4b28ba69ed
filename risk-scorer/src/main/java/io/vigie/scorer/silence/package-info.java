/** What it means that a customer has not ordered for a while, and how that is learned from a company's own orders. */
@NullMarked
package io.vigie.scorer.silence;

import org.jspecify.annotations.NullMarked;
