/** How events travel: topics, CloudEvents on Kafka, JSON, derived ids. */
@NullMarked
package io.vigie.events.wire;

import org.jspecify.annotations.NullMarked;
