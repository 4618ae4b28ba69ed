/** The HTTP side: signals, customers, imports, sources and ticks. */
@NullMarked
package io.vigie.ingest.api;

import org.jspecify.annotations.NullMarked;
