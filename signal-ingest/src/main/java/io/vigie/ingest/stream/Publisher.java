package io.vigie.ingest.stream;

import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

/** Where deliveries begin; one serves the whole process. */
public final class Publisher {
    private final Producer<String, byte[]> producer;
    private final String prefix;
    private final Duration patience;

    Publisher(Producer<String, byte[]> producer, String prefix, Duration patience) {
        this.producer = producer;
        this.prefix = prefix;
        this.patience = patience;
    }

    /** A delivery of which the answer to one request will speak. */
    public Delivery begin() {
        return new Delivery(producer, prefix, patience);
    }
}
