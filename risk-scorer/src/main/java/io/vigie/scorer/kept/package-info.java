/** How what is kept of a customer is written: field after field, without names, for it is read at every signal. */
@NullMarked
package io.vigie.scorer.kept;

import org.jspecify.annotations.NullMarked;
