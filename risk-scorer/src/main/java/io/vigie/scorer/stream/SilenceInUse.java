package io.vigie.scorer.stream;

import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.scorer.silence.MbgNbd;
import io.vigie.scorer.silence.SilenceModels;
import io.vigie.scorer.silence.SilenceModels.Named;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The silence parameters that this instance goes by, as the topic of models last told them. */
public final class SilenceInUse implements Supplier<SilenceModels> {
    private final MbgNbd given;
    private final Map<String, SilenceFitted> fitted = new ConcurrentHashMap<>();
    private volatile SilenceModels models;
    private volatile Optional<SilenceTakenBack> takenBack = Optional.empty();

    /** @param given parameters for where nothing is fitted */
    public SilenceInUse(MbgNbd given) {
        this.given = given;
        this.models = SilenceModels.borrowed(given);
    }

    @Override
    public SilenceModels get() {
        return models;
    }

    /** What is fitted, in order of cohort. */
    public List<SilenceFitted> fitted() {
        return fitted.values().stream()
                .sorted(Comparator.comparing(SilenceFitted::cohort))
                .toList();
    }

    /** Who took back what was fitted, if nobody has asked for a fit since. */
    public Optional<SilenceTakenBack> takenBack() {
        return takenBack;
    }

    void heard(SilenceTakenBack said) {
        takenBack = Optional.of(said);
    }

    /** Goes by what a key says from now on; without a record, no more by what it said. */
    void heard(String key, Optional<SilenceFitted> said) {
        if (key.equals(SilenceTakenBack.KEY)) {
            takenBack = Optional.empty();
            return;
        }
        said.ifPresentOrElse(one -> fitted.put(key, one), () -> fitted.remove(key));
        models = new SilenceModels(given, named(fitted.values()), version(fitted.values()));
    }

    private static Map<String, Named> named(Collection<SilenceFitted> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        SilenceFitted::cohort,
                        one -> new Named(
                                one.cohort() + "@" + one.fittedAt(),
                                new MbgNbd(one.r(), one.alphaDays(), one.a(), one.b()))));
    }

    /** Differs whenever what is fitted does, the same in every instance and after a restart. */
    private static long version(Collection<SilenceFitted> all) {
        return all.stream()
                .mapToLong(one -> 31L * one.cohort().hashCode() + one.fittedAt().toEpochMilli())
                .sum();
    }
}
