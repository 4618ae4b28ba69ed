package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end that a life will come to by itself if nothing more is heard.
 *
 * @param at when
 * @param cause why, where what leads to it tells
 */
public record LifeEnd(Instant at, Leaving leaving, Optional<Cause> cause) {
    private static final String PAYMENT_FAILED = "payment.failed";
    private static final String TERMINATION = "termination.notified";

    /** The end to expect; none for who has left already, or for whom no rule says. */
    public static Optional<LifeEnd> expected(Profile profile, LifeRules rules) {
        return profile.lost() ? Optional.empty() : expected(new Draft(profile), rules);
    }

    static Optional<LifeEnd> expected(Draft draft, LifeRules rules) {
        if (draft.life.isEmpty() || draft.lost()) {
            return Optional.empty();
        }
        return Stream.of(byNotice(draft), byContract(draft, rules), bySilence(draft, rules))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(LifeEnd::at));
    }

    /** How a life that ends now was left, where its last signal does not say. */
    static Leaving leaving(Draft draft, Instant at) {
        if (draft.unavoidable.isPresent()) {
            return Leaving.UNAVOIDABLE;
        }
        return draft.matters.stream().anyMatch(matter -> matter.type().equals(PAYMENT_FAILED) && matter.openAt(at))
                ? Leaving.UNPAID
                : Leaving.BY_CHOICE;
    }

    /** The contract that ends last, if all open ones end. */
    public static Optional<Contract> lastContract(Map<String, OpenContract> contracts) {
        List<Contract> open =
                contracts.values().stream().map(OpenContract::terms).toList();
        Optional<Contract> endless =
                open.stream().filter(contract -> contract.end().isEmpty()).findFirst();
        return endless.or(() -> open.stream()
                .max(Comparator.comparing(contract -> contract.end().orElse(Instant.MAX))));
    }

    private static Optional<LifeEnd> byNotice(Draft draft) {
        return draft.matters.stream()
                .filter(matter -> matter.type().equals(TERMINATION))
                .flatMap(matter -> matter.until().stream())
                .max(Comparator.naturalOrder())
                .filter(effective -> draft.contracts.size() <= 1)
                .map(effective -> end(draft, effective, draft.causes.get(TERMINATION)));
    }

    private static Optional<LifeEnd> byContract(Draft draft, LifeRules rules) {
        return lastContract(draft.contracts)
                .filter(contract -> contract.renewal() == Renewal.EXPLICIT)
                .flatMap(Contract::end)
                .map(end -> end(draft, Days.after(end, rules.renewalGraceDays()), Cause.HABITS));
    }

    private static Optional<LifeEnd> bySilence(Draft draft, LifeRules rules) {
        if (draft.contracted) {
            return Optional.empty();
        }
        Absence lost = rules.lost().get(Worth.segment(draft));
        return draft.orders.map(orders -> end(draft, lost.since(orders, rules.silence()), Cause.HABITS));
    }

    private static LifeEnd end(Draft draft, Instant at, @org.jspecify.annotations.Nullable Cause cause) {
        Leaving leaving = leaving(draft, at);
        return new LifeEnd(at, leaving, cause(draft, leaving).or(() -> Optional.ofNullable(cause)));
    }

    static Optional<Cause> cause(Draft draft, Leaving leaving) {
        return switch (leaving) {
            case UNAVOIDABLE -> draft.unavoidable.map(flag -> flag.reason());
            case UNPAID -> Optional.of(Cause.PAYMENT);
            case BY_CHOICE -> Optional.empty();
        };
    }
}
