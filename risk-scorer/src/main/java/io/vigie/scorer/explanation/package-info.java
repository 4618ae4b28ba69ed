/** A customer's risk in words: each reason as a sentence, and the letter to the customer who asks. */
@NullMarked
package io.vigie.scorer.explanation;

import org.jspecify.annotations.NullMarked;
