package io.vigie.ingest.api.signals;

import io.vigie.events.signal.Signal;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes what somebody enters on a page by the same rules as everything else; whoever is refused mends it there. */
@ApplicationScoped
public class Entering {
    private static final String VIA = "page";

    private final SignalIntake intake;
    private final Publisher publisher;
    private final Counters counters;

    Entering(SignalIntake intake, Publisher publisher, Counters counters) {
        this.intake = intake;
        this.publisher = publisher;
        this.counters = counters;
    }

    /**
     * Returns when the broker has it.
     *
     * @throws io.vigie.ingest.stream.NotAcknowledged when the broker does not say that it has it
     */
    public Decision<Signal> take(Candidate said, Instant now) {
        Decision<Signal> decided = intake.decide(said, now);
        switch (decided) {
            case Decision.Accepted<Signal>(Signal signal) -> {
                Delivery delivery = publisher.begin();
                delivery.send(signal, now);
                delivery.await();
                counters.signals(VIA, 1);
            }
            case Decision.Declined<Signal>(var why) -> counters.refused(VIA, why.reason(), 1);
        }
        return decided;
    }
}
