/** A real Kafka and a real PostgreSQL within a JVM's reach, on the loopback address, without Docker. */
@NullMarked
package io.vigie.embedded;

import org.jspecify.annotations.NullMarked;
