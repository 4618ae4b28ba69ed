package io.vigie.ingest.api.sources;

import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.customers.AskedErasures;
import io.vigie.ingest.api.customers.ConsentBuffer;
import io.vigie.ingest.api.customers.CustomerWishes;
import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.WebhookResult;
import io.vigie.ingest.stream.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the events of one document stand for, on its way: whom they erase goes last, with all that was told of them. */
final class Handover {
    private static final String VIA = Via.SOURCE.word();

    private final Source source;
    private final Delivery delivery;
    private final Instant cameAt;
    private final ConsentBuffer consents;
    private final AskedErasures erasing;
    private final List<Forgetting> erasures = new ArrayList<>();
    private long signals;
    private long customers;
    private long consented;

    /**
     * @param cameAt when the document came in first
     */
    Handover(Source source, Delivery delivery, CustomerWishes wishes, AskedErasures erasing, Instant cameAt) {
        this.source = source;
        this.delivery = delivery;
        this.cameAt = cameAt;
        this.consents = new ConsentBuffer(wishes, source.uri());
        this.erasing = erasing;
    }

    void take(WebhookResult.Taken taken) {
        taken.customers().forEach(customer -> delivery.send(customer, source.uri()));
        taken.signals().forEach(signal -> delivery.send(signal, cameAt));
        taken.consents().forEach(consents::add);
        erasures.addAll(taken.erasures());
        signals += taken.signals().size();
        customers += taken.customers().size();
        consented += taken.consents().size();
    }

    void refuse(WebhookResult.Refused refused) {
        delivery.send(
                new Refused(
                        refused.why().reason(),
                        refused.why().detail(),
                        Via.SOURCE,
                        source.uri(),
                        Optional.empty(),
                        refused.contentType(),
                        Refused.encode(refused.raw()),
                        cameAt,
                        refused.why().waitsFor()),
                refused.why().customer().orElse(source.uri()));
    }

    /** Returns when the broker has all of it. */
    void finish() {
        delivery.await();
        consents.flush();
        erasures.forEach(asked -> erasing.carryOut(asked, source.uri()));
    }

    /** Nothing follows from signals here, and they need not be waited for one document after the other. */
    boolean isOfSignalsAlone() {
        return customers == 0 && consented == 0 && erasures.isEmpty();
    }

    void count(Counters counters) {
        counters.signals(VIA, signals);
        counters.customers(VIA, customers);
        counters.consents(VIA, consented);
    }
}
