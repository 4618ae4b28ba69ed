package io.vigie.ingest.api.sources;

import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.customers.ConsentBuffer;
import io.vigie.ingest.api.customers.CustomerWishes;
import io.vigie.ingest.api.customers.LearnedAliases;
import io.vigie.ingest.api.customers.Learning;
import io.vigie.ingest.api.signals.BatchAnswer;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.Posted;
import io.vigie.ingest.source.ResultLines;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.WebhookResult;
import io.vigie.ingest.source.Webhooks;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes what the sender of a source posted: every event of it is published, ignored, or kept with its reason. */
@ApplicationScoped
public class SourceIntake {
    private static final String VIA = Via.SOURCE.word();

    private final SignalIntake intake;
    private final Identities identities;
    private final Publisher publisher;
    private final Learning learning;
    private final CustomerWishes wishes;
    private final InstantSource clock;
    private final Counters counters;
    private final Map<String, Webhooks> webhooks = new ConcurrentHashMap<>();

    SourceIntake(
            SignalIntake intake,
            Identities identities,
            Publisher publisher,
            Learning learning,
            CustomerWishes wishes,
            InstantSource clock,
            Counters counters) {
        this.intake = intake;
        this.identities = identities;
        this.publisher = publisher;
        this.learning = learning;
        this.wishes = wishes;
        this.clock = clock;
        this.counters = counters;
    }

    /**
     * Returns when the broker has all of it.
     *
     * @param contentType as the sender gave it, or as what was refused was kept with
     */
    public BatchAnswer take(Source source, byte[] body, String contentType) {
        Instant now = clock.instant();
        Delivery delivery = publisher.begin();
        List<BatchAnswer.Result> results = new ArrayList<>();
        long signals = 0;
        long customers = 0;
        LearnedAliases aliases = new LearnedAliases(learning, source.uri(), delivery, clock);
        ConsentBuffer consents = new ConsentBuffer(wishes, source.uri());
        long consented = 0;
        for (WebhookResult result : map(source, body, contentType, now)) {
            send(result, source.uri(), delivery, now);
            results.add(answer(results.size(), result));
            if (result instanceof WebhookResult.Taken taken) {
                signals += taken.signals().size();
                customers += taken.customers().size();
                taken.customers().forEach(aliases::from);
                taken.consents().forEach(consents::add);
                consented += taken.consents().size();
            }
        }
        aliases.finish();
        consents.flush();
        delivery.await();
        BatchAnswer answer = BatchAnswer.of(results);
        counters.signals(VIA, signals);
        counters.customers(VIA, customers);
        counters.consents(VIA, consented);
        counters.ignored(source.name(), answer.ignored());
        answer.reasons().forEach(reason -> counters.refused(VIA, reason, 1));
        return answer;
    }

    /**
     * Takes again what was refused: all of it or nothing.
     *
     * @param cameAt when it came in first
     * @return why it is refused again; empty when the broker has all of it
     */
    Optional<Refusal> again(Source source, byte[] body, String contentType, Instant cameAt) {
        List<WebhookResult> results = map(source, body, contentType, clock.instant());
        for (WebhookResult result : results) {
            if (result instanceof WebhookResult.Refused refused) {
                return Optional.of(refused.why());
            }
        }
        Delivery delivery = publisher.begin();
        results.forEach(result -> send(result, source.uri(), delivery, cameAt));
        delivery.await();
        List<WebhookResult.Taken> taken = results.stream()
                .filter(WebhookResult.Taken.class::isInstance)
                .map(WebhookResult.Taken.class::cast)
                .toList();
        ConsentBuffer consents = new ConsentBuffer(wishes, source.uri());
        taken.stream().flatMap(each -> each.consents().stream()).forEach(consents::add);
        consents.flush();
        List<Customer> customers =
                taken.stream().flatMap(each -> each.customers().stream()).toList();
        return learning.from(customers).values().stream().findFirst();
    }

    /** What would become of it, one a line. */
    byte[] show(Source source, byte[] body, String contentType) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ResultLines lines = new ResultLines(shown);
        long line = 0;
        for (WebhookResult result : map(source, body, contentType, clock.instant())) {
            line++;
            switch (result) {
                case WebhookResult.Taken taken -> {
                    taken.customers().forEach(lines::take);
                    taken.signals().forEach(lines::take);
                    taken.consents().forEach(lines::take);
                }
                case WebhookResult.Ignored _ -> lines.ignore(line);
                case WebhookResult.Refused refused -> lines.refuse(line, refused.why());
            }
        }
        return shown.toByteArray();
    }

    private List<WebhookResult> map(Source source, byte[] body, String contentType, Instant now) {
        Webhooks mapper = webhooks.compute(
                source.name(),
                (_, known) -> known != null && known.source().equals(source) ? known : new Webhooks(source, intake));
        return mapper.map(new Posted(body, contentType, EventIdParameter.of(contentType)), identities, now);
    }

    private static void send(WebhookResult result, String source, Delivery delivery, Instant now) {
        switch (result) {
            case WebhookResult.Taken taken -> {
                taken.customers().forEach(customer -> delivery.send(customer, source));
                taken.signals().forEach(signal -> delivery.send(signal, now));
            }
            case WebhookResult.Ignored _ -> {}
            case WebhookResult.Refused refused ->
                delivery.send(
                        new Refused(
                                refused.why().reason(),
                                refused.why().detail(),
                                Via.SOURCE,
                                source,
                                Optional.empty(),
                                refused.contentType(),
                                Refused.encode(refused.raw()),
                                now,
                                refused.why().waitsFor()),
                        refused.why().customer().orElse(source));
        }
    }

    private static BatchAnswer.Result answer(int index, WebhookResult result) {
        return switch (result) {
            case WebhookResult.Taken taken -> BatchAnswer.taken(index, taken);
            case WebhookResult.Ignored _ -> BatchAnswer.ignored(index);
            case WebhookResult.Refused refused -> BatchAnswer.refused(index, refused.why());
        };
    }
}
