/** The HTTP side: signals, customers, imports, sources, webhooks and ticks. */
@NullMarked
package io.vigie.ingest.api;

import org.jspecify.annotations.NullMarked;
