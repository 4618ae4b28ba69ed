/** The measures as JSON, for other programs. */
@NullMarked
package io.vigie.kpi.api;

import org.jspecify.annotations.NullMarked;
