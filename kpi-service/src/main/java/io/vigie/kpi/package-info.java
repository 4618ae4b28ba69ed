/** Measures churn, and what was done about it, from the events of the other services. */
@NullMarked
package io.vigie.kpi;

import org.jspecify.annotations.NullMarked;
