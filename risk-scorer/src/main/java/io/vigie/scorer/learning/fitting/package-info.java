/** From what was observed to a model file: both risks, their calibration, and the bases that levels go by. */
@NullMarked
package io.vigie.scorer.learning.fitting;

import org.jspecify.annotations.NullMarked;
