package io.vigie.scorer.watch;

import io.vigie.events.signal.Role;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Entry;
import java.util.Optional;

/** Judges whether an assessment is worth telling, given what was last told. */
final class News {
    private final SignalCatalogue catalogue;
    private final WatchSettings settings;

    News(SignalCatalogue catalogue, WatchSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    boolean worthTelling(Standing standing, Look look, Sight sight) {
        if (standing.lastTold().isEmpty()) {
            return true;
        }
        Standing.Told last = standing.lastTold().get();
        if (sight.profile().objects()) {
            return !sight.situation().equals(last.situation());
        }
        if (sight.level() != last.level() || !sight.situation().equals(last.situation())) {
            return true;
        }
        return switch (look.trigger()) {
            case SIGNAL, CUSTOMER ->
                Math.abs(sight.probability() - last.probability()) >= settings.move()
                        || (standing.alerted() && settles(look));
            case TIMER, MODEL -> !look.at().isBefore(Days.after(last.at(), settings.everyDays()));
        };
    }

    /** Whether what came may put right what people were set to work on, so that they must hear of it. */
    boolean settles(Look look) {
        return look.entry()
                .flatMap(entry -> entry instanceof Entry.Happened happened
                        ? catalogue.find(happened.signal().type())
                        : Optional.empty())
                .filter(type -> !type.settles().isEmpty()
                        || type.role() == Role.ORDER
                        || type.role() == Role.CONTRACT_STARTED
                        || type.role() == Role.CONTRACT_RENEWED)
                .isPresent();
    }
}
