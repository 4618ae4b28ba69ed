/** The life of a case and its tasks, from the assessment that opens it to what became of the customer. */
@NullMarked
package io.vigie.retention.casework;

import org.jspecify.annotations.NullMarked;
