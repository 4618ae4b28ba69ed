package io.vigie.ingest.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.ingest.store.QuarantineInbox.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps each batch of what was refused before its offsets are committed; without the database it waits. */
@ApplicationScoped
class RefusedInbox {
    private static final int FOR_EVER = -1;

    private final QuarantineInbox quarantine;
    private final WaitingRoom waitingRoom;
    private final Erasures erasures;
    private final MeterRegistry meters;

    RefusedInbox(QuarantineInbox quarantine, WaitingRoom waitingRoom, Erasures erasures, MeterRegistry meters) {
        this.quarantine = quarantine;
        this.waitingRoom = waitingRoom;
        this.erasures = erasures;
        this.meters = meters;
    }

    @Incoming("refused")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void refused(ConsumerRecords<String, byte[]> batch) {
        List<Arrival> arrivals = StreamSupport.stream(batch.spliterator(), false)
                .map(RefusedReader::read)
                .flatMap(Optional::stream)
                .filter(arrival ->
                        !erasures.since(arrival.key(), arrival.refused().receivedAt()))
                .toList();
        keep(arrivals);
        meters.counter("vigie.quarantine.unreadable").increment((double) batch.count() - arrivals.size());
        List<String> awaited = arrivals.stream()
                .flatMap(arrival -> arrival.refused().waitsFor().stream())
                .distinct()
                .toList();
        if (!awaited.isEmpty()) {
            waitingRoom.entered(awaited);
        }
    }

    private void keep(List<Arrival> arrivals) {
        try {
            quarantine.keep(arrivals);
        } catch (RuntimeException trouble) {
            Log.warnf("%d refusals are not kept yet: %s", arrivals.size(), trouble.getMessage());
            throw trouble;
        }
    }
}
