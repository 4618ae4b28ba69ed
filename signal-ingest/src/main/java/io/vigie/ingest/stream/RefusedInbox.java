package io.vigie.ingest.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.ingest.store.DatabaseTrouble;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.ingest.store.QuarantineInbox.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private final RefusedSeal seal;
    private final MeterRegistry meters;

    RefusedInbox(
            QuarantineInbox quarantine,
            WaitingRoom waitingRoom,
            Erasures erasures,
            RefusedSeal seal,
            MeterRegistry meters) {
        this.quarantine = quarantine;
        this.waitingRoom = waitingRoom;
        this.erasures = erasures;
        this.seal = seal;
        this.meters = meters;
    }

    @Incoming("refused")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void refused(ConsumerRecords<String, byte[]> batch) {
        List<Placed> readable = StreamSupport.stream(batch.spliterator(), false)
                .flatMap(
                        record -> RefusedReader.read(record, seal).map(arrival -> new Placed(record, arrival)).stream())
                .toList();
        List<Placed> arrivals =
                readable.stream().filter(placed -> !isErased(placed.arrival())).toList();
        keep(arrivals);
        meters.counter("vigie.quarantine.unreadable").increment((double) batch.count() - readable.size());
        List<String> awaited = arrivals.stream()
                .flatMap(placed -> placed.arrival().refused().waitsFor().stream())
                .distinct()
                .toList();
        if (!awaited.isEmpty()) {
            release(awaited);
        }
    }

    private boolean isErased(Arrival arrival) {
        return erasures.since(arrival.key(), arrival.refused().receivedAt());
    }

    /** All is kept by now, and what cannot be sent at once is tried again every minute. */
    private void release(List<String> awaited) {
        try {
            waitingRoom.entered(awaited);
        } catch (RuntimeException trouble) {
            Log.warnf("what waits is not sent yet: %s", trouble.getClass().getName());
        }
    }

    /** One that can never be kept holds up nobody: the others are kept without it. */
    private void keep(List<Placed> arrivals) {
        try {
            quarantine.keep(arrivals.stream().map(Placed::arrival).toList());
        } catch (RuntimeException trouble) {
            Optional<String> ofTheData = DatabaseTrouble.stateOfTheData(trouble);
            if (ofTheData.isEmpty()) {
                Log.warnf("%d refusals are not kept yet: %s", arrivals.size(), trouble.getMessage());
                throw trouble;
            }
            if (arrivals.size() > 1) {
                arrivals.forEach(one -> keep(List.of(one)));
            } else {
                setAside(arrivals.getFirst().record(), ofTheData.get());
            }
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, String state) {
        Log.errorf(
                "a refusal is not in the quarantine, for the database cannot hold it (%s): %s, partition %d, offset %d",
                state, record.topic(), record.partition(), record.offset());
        meters.counter("vigie.quarantine.unkept").increment();
    }

    /** What was refused and where on the topic it stands. */
    private record Placed(ConsumerRecord<String, byte[]> record, Arrival arrival) {}
}
