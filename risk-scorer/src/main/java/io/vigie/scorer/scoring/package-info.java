/** The models that may speak on a customer's probability, and which of them does. */
@NullMarked
package io.vigie.scorer.scoring;

import org.jspecify.annotations.NullMarked;
