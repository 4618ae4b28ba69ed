/** Where risks and customers come in from Kafka, decisions and deeds go out to it, and time goes by. */
@NullMarked
package io.vigie.retention.stream;

import org.jspecify.annotations.NullMarked;
