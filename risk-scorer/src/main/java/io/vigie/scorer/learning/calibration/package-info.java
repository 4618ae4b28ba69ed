/** Makes a fitted score mean what it says: of those given 30 %, three in ten leave. */
@NullMarked
package io.vigie.scorer.learning.calibration;

import org.jspecify.annotations.NullMarked;
