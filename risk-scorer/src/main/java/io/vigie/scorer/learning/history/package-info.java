/** What the history of signals teaches: customers as they were known at regular instants, and what came of them. */
@NullMarked
package io.vigie.scorer.learning.history;

import org.jspecify.annotations.NullMarked;
