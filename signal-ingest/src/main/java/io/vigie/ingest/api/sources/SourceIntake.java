package io.vigie.ingest.api.sources;

import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.customers.AskedErasures;
import io.vigie.ingest.api.customers.CustomerWishes;
import io.vigie.ingest.api.customers.LearnedAliases;
import io.vigie.ingest.api.customers.Learning;
import io.vigie.ingest.api.signals.BatchAnswer;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.WebhookResult;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what the sender of a source posted: every event of it is published, ignored, or kept with its reason. */
@ApplicationScoped
public class SourceIntake {
    private static final String VIA = Via.SOURCE.word();

    private final Publisher publisher;
    private final Learning learning;
    private final CustomerWishes wishes;
    private final AskedErasures erasures;
    private final InstantSource clock;
    private final Counters counters;
    private final MappedDocuments mapped;

    SourceIntake(
            SignalIntake intake,
            Identities identities,
            Publisher publisher,
            Learning learning,
            CustomerWishes wishes,
            AskedErasures erasures,
            InstantSource clock,
            Counters counters) {
        this.publisher = publisher;
        this.learning = learning;
        this.wishes = wishes;
        this.erasures = erasures;
        this.clock = clock;
        this.counters = counters;
        this.mapped = new MappedDocuments(intake, identities);
    }

    /**
     * Returns when the broker has all of it.
     *
     * @param contentType as the sender gave it, or as what was refused was kept with
     */
    public BatchAnswer take(Source source, byte[] body, String contentType) {
        Instant now = clock.instant();
        Delivery delivery = publisher.begin();
        Handover handover = new Handover(source, delivery, wishes, erasures, now);
        LearnedAliases aliases = new LearnedAliases(learning, source.uri(), delivery, clock);
        List<BatchAnswer.Result> results = new ArrayList<>();
        for (WebhookResult result : mapped.by(source, body, contentType, now, now)) {
            results.add(
                    switch (result) {
                        case WebhookResult.Taken taken -> {
                            handover.take(taken);
                            taken.customers().forEach(aliases::from);
                            yield BatchAnswer.taken(results.size(), taken);
                        }
                        case WebhookResult.Ignored _ -> BatchAnswer.ignored(results.size());
                        case WebhookResult.Refused refused -> {
                            handover.refuse(refused);
                            yield BatchAnswer.refused(results.size(), refused.why());
                        }
                    });
        }
        aliases.finish();
        handover.finish();
        handover.count(counters);
        return counted(source, BatchAnswer.of(results));
    }

    private BatchAnswer counted(Source source, BatchAnswer answer) {
        counters.ignored(source.name(), answer.ignored());
        answer.reasons().forEach(reason -> counters.refused(VIA, reason, 1));
        return answer;
    }

    /**
     * Takes again what was refused: all of it or nothing.
     *
     * @param cameAt when it came in first
     * @param delivery what is no more than signals is with the broker once that has been awaited
     * @return why it is refused again; empty when it is taken
     */
    Optional<Refusal> again(Source source, byte[] body, String contentType, Instant cameAt, Delivery delivery) {
        List<WebhookResult> results = mapped.by(source, body, contentType, clock.instant(), cameAt);
        for (WebhookResult result : results) {
            if (result instanceof WebhookResult.Refused refused) {
                return Optional.of(refused.why());
            }
        }
        Handover handover = new Handover(source, delivery, wishes, erasures, cameAt);
        List<Customer> customers = new ArrayList<>();
        for (WebhookResult result : results) {
            if (result instanceof WebhookResult.Taken taken) {
                handover.take(taken);
                customers.addAll(taken.customers());
            }
        }
        if (handover.isOfSignalsAlone()) {
            return Optional.empty();
        }
        handover.finish();
        return learning.from(customers).values().stream().findFirst();
    }

    /** What would become of it, one a line. */
    byte[] show(Source source, byte[] body, String contentType) {
        return mapped.show(source, body, contentType, clock.instant());
    }
}
