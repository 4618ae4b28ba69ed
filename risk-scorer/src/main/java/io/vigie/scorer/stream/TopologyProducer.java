package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.wire.Topics;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the topology to Quarkus, which runs it, once its topics are there. */
@ApplicationScoped
class TopologyProducer {
    @Produces
    @Singleton
    Topology topology(
            ScorerSettings settings,
            Watch watch,
            Clock clock,
            SilenceInUse silence,
            ModelsInUse models,
            ModelFeed feed,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers)
            throws InterruptedException {
        Topics.create(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers),
                settings.prefix(),
                settings.topicReplicas());
        feed.start();
        long cohorts = settings.silence().cohort().hashCode();
        Pace pace = new Pace(
                () -> silence.get().version() + models.version() + cohorts,
                settings.silence().sweepPerSecond());
        boolean replay = settings.mode() == ScorerSettings.Mode.REPLAY;
        ScorerSettings.Timeline timeline = settings.timeline();
        Keeping keeping = replay
                ? Keeping.all(metrics)
                : new Keeping(timeline.keep(), timeline.entries(), Optional.of(timeline.identities()), metrics);
        return ScorerTopology.build(settings.prefix(), watch, replay, clock, pace, keeping);
    }
}
