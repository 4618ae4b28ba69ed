/** Signals as CloudEvents, one or many, and ticks of a replay. */
@NullMarked
package io.vigie.ingest.api.signals;

import org.jspecify.annotations.NullMarked;
