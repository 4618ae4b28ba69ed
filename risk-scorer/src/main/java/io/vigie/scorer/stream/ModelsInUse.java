package io.vigie.scorer.stream;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.scoring.Admitted;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LineUp;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The models that this instance knows, of which only those that may be asked at once are made ready. */
public final class ModelsInUse implements Speaking {
    private static final Logger LOG = Logger.getLogger(ModelsInUse.class);

    /** Further apart than versions of silence parameters, to which it is added. */
    private static final long FAR = 1L << 52;

    private final ModelMaking making;
    private final ModelShelf shelf;
    private final ReadyModels ready;
    private volatile Optional<String> missing = Optional.empty();
    private volatile Now now;

    /** What holds together, so that no look sees half of a change. */
    private record Now(LineUp lineUp, ScoringModel champion, Optional<ScoringModel> shadow) {}

    public ModelsInUse(ModelMaking making, ModelShelf shelf) {
        this.making = making;
        this.shelf = shelf;
        this.ready = new ReadyModels(making, shelf);
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

    /** A model that is known here, made ready to speak; empty where it is not known, or cannot speak here. */
    public Optional<ScoringModel> model(String id) {
        return lineUp().knows(id) ? ready.model(id) : Optional.empty();
    }

    /** Why a model that is known could not speak here, if so. */
    public Optional<String> obstacle(String id) {
        return ready.obstacle(id);
    }

    /** The file of a model that is known here, as it was admitted. */
    public Optional<String> file(String id) {
        return lineUp().admitted().containsKey(id) ? shelf.text(id) : Optional.empty();
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

    /**
     * Waits until a drop was heard.
     *
     * @return false where it had no effect, for somebody promoted the model meanwhile
     * @throws NotHeardYet where it was not heard in time
     */
    boolean await(ModelDropped drop, Duration patience) {
        String model = drop.model();
        if (!await(lineUp -> isDropped(drop) || lineUp.needed().contains(model), patience)) {
            throw new NotHeardYet("the drop of " + model);
        }
        return isDropped(drop);
    }

    /** Whether it is this drop that a model is gone by: it may have been admitted again. */
    boolean isDropped(ModelDropped drop) {
        return drop.equals(lineUp().dropped().get(drop.model()));
    }

    /** Why this instance does not go by the champion that the others may go by; empty where it does. */
    public Optional<String> missing() {
        return missing;
    }

    void heard(ModelAdmitted model) {
        shelf.put(model.id(), model.file());
        ready.triedAgain(model.id());
        goBy(now.lineUp().with(Admitted.of(model)));
    }

    void heard(ModelPromoted move) {
        LineUp next = now.lineUp().with(move);
        if (!next.champion().equals(now.lineUp().champion())) {
            LOG.infof("%s speaks from now on: %s, because %s", next.champion(), move.by(), move.because());
        }
        goBy(next);
    }

    void heard(ModelDropped drop) {
        LineUp next = now.lineUp().with(drop);
        if (!next.knows(drop.model())) {
            shelf.drop(drop.model());
            LOG.infof("%s is known no longer: %s, because %s", drop.model(), drop.by(), drop.because());
        }
        goBy(next);
    }

    /** Where the champion cannot speak here the scorecard does, and it is said why. */
    private synchronized void goBy(LineUp lineUp) {
        ready.keep(lineUp.needed());
        missing = ready.whyNot(lineUp.champion());
        now = new Now(
                lineUp,
                ready.kept(lineUp.champion()).orElse(making.expert()),
                lineUp.shadow().flatMap(ready::kept));
        notifyAll();
    }
}
