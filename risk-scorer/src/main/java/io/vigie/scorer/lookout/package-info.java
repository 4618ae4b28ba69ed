/** The lookout as pages: who is most likely to leave, and each customer's risk over time, with its reasons. */
@NullMarked
package io.vigie.scorer.lookout;

import org.jspecify.annotations.NullMarked;
