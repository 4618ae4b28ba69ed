/** Kafka Streams: the topology, its stores, and questions put to them. */
@NullMarked
package io.vigie.scorer.stream;

import org.jspecify.annotations.NullMarked;
