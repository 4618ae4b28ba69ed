package io.vigie.ingest.stream;

import io.vigie.events.wire.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;

/** Where deliveries begin; one serves the whole process. */
public final class Publisher {
    private final Producer<String, byte[]> producer;
    /** Made once, since Kafka's client looks for each many times a record. */
    private final Map<Topic, String> topics;

    private final Duration patience;
    private final Preparation preparation;
    private final Outage outage = new Outage(System::nanoTime);

    Publisher(Producer<String, byte[]> producer, String prefix, Duration patience, Preparation preparation) {
        this.producer = producer;
        this.topics =
                Stream.of(Topic.values()).collect(Collectors.toMap(Function.identity(), topic -> topic.under(prefix)));
        this.patience = patience;
        this.preparation = preparation;
    }

    /**
     * A delivery of which the answer to one request will speak.
     *
     * @throws NotAcknowledged at once while the broker is silent, but for one each second that tries
     */
    public Delivery begin() {
        if (!outage.allowsATry()) {
            throw new NotAcknowledged("the broker is silent", null);
        }
        return new Delivery(new InFlight(producer, patience, outage), topics, outage, preparation);
    }
}
