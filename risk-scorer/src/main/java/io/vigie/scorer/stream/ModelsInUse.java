package io.vigie.scorer.stream;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LineUp;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The models that this instance knows and the one it goes by, as the topic of models last told. */
public final class ModelsInUse implements Speaking {
    private static final Logger LOG = Logger.getLogger(ModelsInUse.class);

    /** Further apart than versions of silence parameters, to which it is added. */
    private static final long FAR = 1L << 52;

    private final ModelMaking making;
    private final Map<String, ScoringModel> made = new ConcurrentHashMap<>();
    private final Map<String, String> unmade = new ConcurrentHashMap<>();
    private volatile Optional<String> missing = Optional.empty();
    private volatile Now now;

    /** What holds together, so that no look sees half of a change. */
    private record Now(LineUp lineUp, ScoringModel champion, Optional<ScoringModel> shadow) {}

    public ModelsInUse(ModelMaking making) {
        this.making = making;
        this.now = new Now(LineUp.FIRST, making.expert(), Optional.empty());
    }

    @Override
    public ScoringModel champion() {
        return now.champion();
    }

    @Override
    public Optional<ScoringModel> shadow() {
        return now.shadow();
    }

    public LineUp lineUp() {
        return now.lineUp();
    }

    /** A model that is known here, made ready to speak. */
    public Optional<ScoringModel> model(String id) {
        return id.equals(making.expert().id()) ? Optional.of(making.expert()) : Optional.ofNullable(made.get(id));
    }

    /** Differs whenever another model speaks, the same in every instance and after a restart. */
    long version() {
        long changes = lineUp().moves().stream()
                .filter(move -> move.to() == ModelState.CHAMPION)
                .count();
        return changes * FAR;
    }

    public ExpertModel experts() {
        return making.expert();
    }

    ModelMaking making() {
        return making;
    }

    /** Waits until something was heard; false where it was not in time. */
    synchronized boolean await(Predicate<LineUp> heard, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!heard.test(lineUp())) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void heard(ModelAdmitted model) {
        try {
            ScoringModel ready = making.make(ModelFile.read(model.file()));
            made.put(model.id(), ready);
            goBy(now.lineUp().with(model));
        } catch (IllegalArgumentException | LinkageError e) {
            LOG.warnf("model %s is left out: %s", model.id(), e.getMessage());
            unmade.put(model.id(), String.valueOf(e.getMessage()));
        }
    }

    /** Why this instance does not go by the champion that the others may go by; empty where it does. */
    public Optional<String> missing() {
        return missing;
    }

    void heard(ModelPromoted move) {
        if (move.to() == ModelState.CHAMPION) {
            missing = Optional.ofNullable(unmade.get(move.model())).map(why -> move.model() + ": " + why);
        }
        LineUp next = now.lineUp().with(move);
        if (!next.champion().equals(now.lineUp().champion())) {
            LOG.infof("%s speaks from now on: %s, because %s", next.champion(), move.by(), move.because());
        }
        goBy(next);
    }

    private synchronized void goBy(LineUp lineUp) {
        now = new Now(
                lineUp, model(lineUp.champion()).orElseThrow(), lineUp.shadow().flatMap(this::model));
        notifyAll();
    }
}
