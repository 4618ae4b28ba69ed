package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.wire.Ids;
import io.vigie.scorer.model.Reviews;
import io.vigie.scorer.profile.Days;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at a customer: says what is worth telling, and when to look again if nothing more is heard. */
record Looking(Assessor assessor, Reviews reviews, News news, WatchSettings settings) {

    /** Looks at a customer at each instant due by then. */
    Standing fire(Standing standing, String customer, Instant by, Instant now, Consumer<Supplier<Telling>> tellings) {
        Standing current = standing;
        while (current.nextReview().filter(due -> !due.isAfter(by)).isPresent()) {
            Instant due = current.nextReview().orElseThrow();
            current = look(current, new Look(customer, due, Optional.empty(), now), tellings);
        }
        return current;
    }

    /** Looks once: what is worth telling is handed over, to be written out only if it is told, and where the watch stands then is given back. */
    Standing look(Standing standing, Look look, Consumer<Supplier<Telling>> tellings) {
        Sight sight = assessor.see(standing, look);
        boolean tell = news.worthTelling(standing, look, sight);
        boolean open =
                sight.level().atLeast(RiskLevel.WATCH) || !sight.matters().isEmpty();
        boolean alerted = open || (standing.alerted() && !(tell && news.settles(look)));
        long told = standing.told() + (tell ? 1 : 0);
        Optional<Standing.Told> lastTold = tell
                ? Optional.of(new Standing.Told(look.at(), sight.probability(), sight.level(), sight.situation()))
                : standing.lastTold();
        Optional<Instant> next =
                nextReview(sight, look.at(), lastTold.orElseThrow().at());
        if (tell) {
            tellings.accept(() -> {
                RiskAssessed assessed = open
                        ? assessor.assessForeseeing(standing, look, sight, next.orElse(look.at()))
                        : assessor.assess(standing, look, sight);
                return telling(look, told, assessed, next);
            });
        }
        return new Standing(standing.profile(), Optional.of(look.at()), sight.level(), lastTold, alerted, told, next);
    }

    private Telling telling(Look look, long number, RiskAssessed assessed, Optional<Instant> next) {
        Optional<String> cause = look.entry().map(entry -> entry.position().id());
        String id = look.entry()
                .map(entry -> Ids.derived(
                        entry.position().source() + " " + entry.position().id(), "risk " + number))
                .orElseGet(() -> Ids.derived(look.customer() + " " + look.at(), "review " + number))
                .toString();
        return new Telling(id, cause, assessed.reviewedNext(next));
    }

    private Optional<Instant> nextReview(Sight sight, Instant at, Instant lastTold) {
        if (sight.profile().lost()) {
            return Optional.empty();
        }
        if (sight.profile().objects()) {
            return Optional.ofNullable(sight.outlook().breaks().higher(at));
        }
        Instant latest = Days.after(lastTold, settings.everyDays());
        return Optional.of(
                reviews.next(sight.outlook(), sight.level(), at, latest.isAfter(at) ? latest : at.plusSeconds(60)));
    }
}
