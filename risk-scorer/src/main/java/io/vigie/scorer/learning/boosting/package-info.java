/** What weights miss: trees fitted on top of them, walked and explained in plain Java. */
@NullMarked
package io.vigie.scorer.learning.boosting;

import org.jspecify.annotations.NullMarked;
