package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        if (profile.life().isEmpty() || profile.lost()) {
            return Optional.empty();
        }
        return Stream.of(byNotice(profile), byContract(profile, rules), bySilence(profile, rules))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(LifeEnd::at));
    }

    /** How a life that ends now was left, where its last signal does not say. */
    static Leaving leaving(Optional<Unavoidable> unavoidable, List<OpenItem> matters, Instant at) {
        if (unavoidable.isPresent()) {
            return Leaving.UNAVOIDABLE;
        }
        return matters.stream().anyMatch(matter -> matter.type().equals(PAYMENT_FAILED) && matter.openAt(at))
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

    private static Optional<LifeEnd> byNotice(Profile profile) {
        return profile.matters().stream()
                .filter(matter -> matter.type().equals(TERMINATION))
                .flatMap(matter -> matter.until().stream())
                .max(Comparator.naturalOrder())
                .filter(effective -> profile.contracts().size() <= 1)
                .map(effective -> end(profile, effective, profile.causes().get(TERMINATION)));
    }

    private static Optional<LifeEnd> byContract(Profile profile, LifeRules rules) {
        return lastContract(profile.contracts())
                .filter(contract -> contract.renewal() == Renewal.EXPLICIT)
                .flatMap(Contract::end)
                .map(end -> end(profile, Days.after(end, rules.renewalGraceDays()), Cause.HABITS));
    }

    private static Optional<LifeEnd> bySilence(Profile profile, LifeRules rules) {
        if (profile.contracted()) {
            return Optional.empty();
        }
        Absence lost = rules.lost().get(Worth.segment(profile));
        return profile.orders().map(orders -> end(profile, lost.since(orders, rules.silence()), Cause.HABITS));
    }

    private static LifeEnd end(Profile profile, Instant at, @Nullable Cause cause) {
        Leaving leaving = leaving(profile.unavoidable(), profile.matters(), at);
        return new LifeEnd(at, leaving, cause(profile.unavoidable(), leaving).or(() -> Optional.ofNullable(cause)));
    }

    static Optional<Cause> cause(Optional<Unavoidable> unavoidable, Leaving leaving) {
        return switch (leaving) {
            case UNAVOIDABLE -> unavoidable.map(flag -> flag.reason());
            case UNPAID -> Optional.of(Cause.PAYMENT);
            case BY_CHOICE -> Optional.empty();
        };
    }
}
