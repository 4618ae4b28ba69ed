/** From a profile and an instant to a probability, its reasons and its level. */
@NullMarked
package io.vigie.scorer.model;

import org.jspecify.annotations.NullMarked;
