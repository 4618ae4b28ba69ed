package io.vigie.ingest.api.signals;

import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.stream.RefusedSeal;
import io.vigie.testkit.FollowedTopic;
import io.vigie.testkit.TestBackends;
import io.vigie.testkit.TopicReader;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

/** What stands on the topics of the service under test. */
public final class Topics {
    private static final Map<String, FollowedTopic> FOLLOWED = new ConcurrentHashMap<>();

    private Topics() {}

    public static List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return FOLLOWED.computeIfAbsent(name(topic), TopicReader.on(TestBackends.kafka())::follow)
                .all();
    }

    public static ConsumerRecord<String, byte[]> theOne(Topic topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return all(topic).stream()
                .filter(wanted)
                .reduce((one, other) -> {
                    throw new AssertionError("there are several: " + one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError("there is none on " + topic));
    }

    /** The one event of that id. */
    public static ConsumerRecord<String, byte[]> event(Topic topic, String id) {
        return theOne(topic, record -> id.equals(id(record)));
    }

    public static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** The refusals that hold some text in their bytes. */
    public static List<Refused> refused(String text) {
        return all(Topic.SIGNALS_REFUSED).stream()
                .map(EventCodec::read)
                .map(Event::data)
                .map(Refused.class::cast)
                .map(shut -> CDI.current()
                        .select(RefusedSeal.class)
                        .get()
                        .opened(shut)
                        .orElseThrow())
                .filter(refused -> new String(refused.decodeRaw(), StandardCharsets.UTF_8).contains(text))
                .toList();
    }

    static String name(Topic topic) {
        return topic.under(ConfigProvider.getConfig().getValue("vigie.prefix", String.class));
    }
}
