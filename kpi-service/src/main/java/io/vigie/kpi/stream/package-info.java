/** Events of the other services, taken in batch by batch. */
@NullMarked
package io.vigie.kpi.stream;

import org.jspecify.annotations.NullMarked;
