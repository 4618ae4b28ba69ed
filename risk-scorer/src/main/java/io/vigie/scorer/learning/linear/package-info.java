/** The expert prior corrected by those who left: a posterior for each weight. */
@NullMarked
package io.vigie.scorer.learning.linear;

import org.jspecify.annotations.NullMarked;
