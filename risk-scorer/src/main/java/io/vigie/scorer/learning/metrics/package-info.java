/** How well probabilities told who left: ranking, sharpness, calibration, profit. */
@NullMarked
package io.vigie.scorer.learning.metrics;

import org.jspecify.annotations.NullMarked;
