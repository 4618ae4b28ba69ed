package io.vigie.scorer.stream;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.learning.file.ModelFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells every instance of models and of their moves, and returns once this one has heard it too. */
@ApplicationScoped
public class ModelRegistry {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String SOURCE = "/vigie/risk-scorer";

    /** Models and their moves share a partition, so that everybody hears them in one order, files before moves. */
    private static final int PARTITION = 0;

    private final ModelsInUse models;
    private final Clock clock;
    private final String topic;
    private final String brokers;

    ModelRegistry(
            ModelsInUse models,
            ScorerSettings settings,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.models = models;
        this.clock = clock;
        this.topic = Topic.MODELS.under(settings.prefix());
        this.brokers = brokers;
    }

    /**
     * Admits a model as a candidate; one that is known already stays where it is.
     *
     * @return its id
     * @throws IllegalArgumentException when it cannot speak here, or is too large to hand on
     */
    public synchronized String admit(ModelFile file, String by) {
        models.making().admit(file);
        String id = file.id();
        if (!models.lineUp().knows(id)) {
            String key = ModelAdmitted.key(id);
            String text = new String(file.bytes(), StandardCharsets.UTF_8);
            var admitted = new ModelAdmitted(id, file.kind(), file.origin(), clock.instant(), by, text);
            tell(Event.of(Ids.derived(id, "admitted").toString(), SOURCE, key, admitted.at(), admitted));
            if (!models.await(lineUp -> lineUp.knows(id), PATIENCE)) {
                throw new IllegalStateException(
                        "the model was handed on, but is not heard of here yet; GET /models will show it");
            }
        }
        return id;
    }

    /**
     * Moves a model to another state; afterwards the line-up says where it stands.
     *
     * @return false where it had no effect, for another move came first
     */
    public boolean move(String model, ModelState to, boolean back, String by, String because) {
        String id = UUID.randomUUID().toString();
        var move = new ModelPromoted(model, to, back, clock.instant(), by, because);
        tell(Event.of(id, SOURCE, ModelPromoted.key(id), move.at(), move));
        return models.await(lineUp -> lineUp.moves().contains(move), PATIENCE);
    }

    /**
     * Drops a model for good; its file is gone from the topic too, once that is compacted. No model is admitted here
     * meanwhile, for the file of one admitted again would go too.
     *
     * @return false where it had no effect, for somebody promoted it meanwhile
     * @throws NotHeardYet where it is not known in time whether it had
     */
    public synchronized boolean drop(String model, String by, String because) {
        var drop = new ModelDropped(model, clock.instant(), by, because);
        tell(Event.of(UUID.randomUUID().toString(), SOURCE, drop.key(), drop.at(), drop));
        boolean dropped = models.await(drop, PATIENCE);
        if (dropped && models.isDropped(drop)) {
            ModelFeed.send(brokers, List.of(new ProducerRecord<>(topic, PARTITION, ModelAdmitted.key(model), null)));
        }
        return dropped;
    }

    private void tell(Event<?> event) {
        ProducerRecord<String, byte[]> record = EventCodec.record(topic, event);
        ModelFeed.send(
                brokers,
                List.of(new ProducerRecord<>(topic, PARTITION, record.key(), record.value(), record.headers())));
    }
}
