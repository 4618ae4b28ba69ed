/** Facts kept once per event in PostgreSQL, and the measures read from them. */
@NullMarked
package io.vigie.kpi.store;

import org.jspecify.annotations.NullMarked;
