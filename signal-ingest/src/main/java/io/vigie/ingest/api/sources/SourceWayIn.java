package io.vigie.ingest.api.sources;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.quarantine.WayIn;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a system posted by itself again; who sent it was proven when it came. */
@ApplicationScoped
class SourceWayIn implements WayIn {
    private final KnownSources sources;
    private final SourceIntake intake;

    SourceWayIn(KnownSources sources, SourceIntake intake) {
        this.sources = sources;
        this.intake = intake;
    }

    @Override
    public Via via() {
        return Via.SOURCE;
    }

    @Override
    public Optional<Refusal> again(Quarantined what, byte[] body, Delivery delivery) {
        try {
            Source source = sources.at(what.source());
            return intake.again(source, body, what.contentType(), what.at(), delivery);
        } catch (HttpProblem e) {
            return Optional.of(Problems.refusal(e, what));
        }
    }
}
