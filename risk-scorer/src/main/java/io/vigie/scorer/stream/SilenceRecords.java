package io.vigie.scorer.stream;

import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is written on the topic of models about silence. */
final class SilenceRecords {
    private static final String SOURCE = "/vigie/risk-scorer";

    private SilenceRecords() {}

    /**
     * What was fitted; what was fitted before is taken back of whose orders say nothing any more; and that it was all taken
     * back once is over.
     */
    static List<ProducerRecord<String, byte[]>> told(String topic, Lesson.Done done, SilenceInUse before) {
        Set<String> unfit = done.unfit().stream().map(Lesson.Unfit::cohort).collect(Collectors.toSet());
        return Stream.of(
                        done.fitted().stream().map(one -> record(topic, one)),
                        before.fitted().stream()
                                .map(SilenceFitted::cohort)
                                .filter(unfit::contains)
                                .map(cohort -> gone(topic, SilenceFitted.key(cohort))),
                        before.takenBack().stream().map(_ -> gone(topic, SilenceTakenBack.KEY)))
                .flatMap(records -> records)
                .toList();
    }

    /** All that was fitted holds no more, and that somebody wanted it so. */
    static List<ProducerRecord<String, byte[]>> takenBack(
            String topic, Collection<SilenceFitted> fitted, SilenceTakenBack back) {
        String id = Ids.derived(SilenceTakenBack.KEY + " " + back.at(), "taken-back")
                .toString();
        return Stream.concat(
                        Stream.of(
                                EventCodec.record(topic, Event.of(id, SOURCE, SilenceTakenBack.KEY, back.at(), back))),
                        fitted.stream().map(one -> gone(topic, SilenceFitted.key(one.cohort()))))
                .toList();
    }

    private static ProducerRecord<String, byte[]> gone(String topic, String key) {
        return new ProducerRecord<>(topic, key, null);
    }

    private static ProducerRecord<String, byte[]> record(String topic, SilenceFitted fitted) {
        String key = SilenceFitted.key(fitted.cohort());
        String id = Ids.derived(key + " " + fitted.fittedAt(), "fit").toString();
        return EventCodec.record(topic, Event.of(id, SOURCE, key, fitted.fittedAt(), fitted));
    }
}
