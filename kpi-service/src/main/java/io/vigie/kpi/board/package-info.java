/** The KPI board: the measures as a page for managers. */
@NullMarked
package io.vigie.kpi.board;

import org.jspecify.annotations.NullMarked;
