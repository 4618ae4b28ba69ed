package io.vigie.scorer.stream;

import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.scoring.ScoringModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Models made ready to speak: those that may be asked at any instant are kept so, the rest are made when asked for. */
final class ReadyModels {
    private static final Logger LOG = Logger.getLogger(ReadyModels.class);

    private final ModelMaking making;
    private final ModelShelf shelf;
    private final Map<String, ScoringModel> made = new ConcurrentHashMap<>();
    private final Map<String, String> unmade = new ConcurrentHashMap<>();

    ReadyModels(ModelMaking making, ModelShelf shelf) {
        this.making = making;
        this.shelf = shelf;
        made.put(making.expert().id(), making.expert());
    }

    /** Makes these ready, and lets go of all others but the scorecard. */
    void keep(Set<String> ids) {
        made.keySet()
                .removeIf(id -> !ids.contains(id) && !id.equals(making.expert().id()));
        unmade.keySet().retainAll(ids);
        ids.stream()
                .filter(id -> !made.containsKey(id) && !unmade.containsKey(id))
                .forEach(id -> {
                    try {
                        made.put(id, make(id));
                    } catch (IllegalArgumentException | LinkageError e) {
                        LOG.warnf("model %s cannot speak here: %s", id, e.getMessage());
                        unmade.put(id, String.valueOf(e.getMessage()));
                    }
                });
    }

    /** A file of that name has come: what could not be made before may be made now. */
    void triedAgain(String id) {
        unmade.remove(id);
    }

    /** One that is kept ready. */
    Optional<ScoringModel> kept(String id) {
        return Optional.ofNullable(made.get(id));
    }

    /** Why one that should be ready is not. */
    Optional<String> whyNot(String id) {
        return Optional.ofNullable(unmade.get(id)).map(why -> id + ": " + why);
    }

    /** Why a model could not speak here, if so. */
    Optional<String> obstacle(String id) {
        try {
            var unused = kept(id).orElseGet(() -> make(id));
            return Optional.empty();
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Any that there is; empty where it cannot speak here. */
    Optional<ScoringModel> model(String id) {
        try {
            return Optional.of(kept(id).orElseGet(() -> make(id)));
        } catch (IllegalArgumentException | LinkageError e) {
            LOG.warnf("model %s cannot speak here: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    private ScoringModel make(String id) {
        String text = shelf.text(id).orElseThrow(() -> new IllegalArgumentException("its file is not known here"));
        return making.make(ModelFile.read(text));
    }
}
