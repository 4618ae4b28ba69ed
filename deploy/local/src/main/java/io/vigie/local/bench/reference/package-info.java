/** The least that any Kafka Streams job must do to keep what the scorer keeps, under the same guarantee. */
@NullMarked
package io.vigie.local.bench.reference;

import org.jspecify.annotations.NullMarked;
