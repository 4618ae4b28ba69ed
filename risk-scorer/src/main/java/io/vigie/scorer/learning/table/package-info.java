/** A table of present and former customers: read, understood, distrusted, and put into numbers. */
@NullMarked
package io.vigie.scorer.learning.table;

import org.jspecify.annotations.NullMarked;
