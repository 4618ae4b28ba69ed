/** What the measures are: periods, churn four ways, and the rules that hold between the figures. */
@NullMarked
package io.vigie.kpi.measure;

import org.jspecify.annotations.NullMarked;
