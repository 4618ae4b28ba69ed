/** The Kafka side: an answer is given only when the broker has everything. */
@NullMarked
package io.vigie.ingest.stream;

import org.jspecify.annotations.NullMarked;
