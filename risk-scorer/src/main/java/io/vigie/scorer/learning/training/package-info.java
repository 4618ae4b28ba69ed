/** From examples to a judged model, and to the file it is kept in. */
@NullMarked
package io.vigie.scorer.learning.training;

import org.jspecify.annotations.NullMarked;
