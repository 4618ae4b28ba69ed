package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end that a life will come to by itself if nothing more is heard.
 *
 * @param at when
 * @param cause why, where what leads to it tells
 */
public record LifeEnd(Instant at, Leaving leaving, Optional<Cause> cause) {
    private static final String PAYMENT_FAILED = "payment.failed";

    /** The end to expect; none for who has left already, or for whom no rule says. */
    public static Optional<LifeEnd> expected(Profile profile, LifeRules rules) {
        if (profile.life().isEmpty() || profile.lost()) {
            return Optional.empty();
        }
        return sooner(byNotice(profile), sooner(byContract(profile, rules), bySilence(profile, rules)));
    }

    private static Optional<LifeEnd> sooner(Optional<LifeEnd> a, Optional<LifeEnd> b) {
        return a.isEmpty() || (b.isPresent() && b.get().at().isBefore(a.get().at())) ? b : a;
    }

    /** How a life that ends now was left, where its last signal does not say. */
    static Leaving leaving(Optional<Unavoidable> unavoidable, List<OpenItem> matters, Instant at) {
        if (unavoidable.isPresent()) {
            return Leaving.UNAVOIDABLE;
        }
        for (OpenItem matter : matters) {
            if (matter.type().equals(PAYMENT_FAILED) && matter.openAt(at)) {
                return Leaving.UNPAID;
            }
        }
        return Leaving.BY_CHOICE;
    }

    /** The contract that ends last, if all open ones end. */
    public static Optional<Contract> lastContract(Map<String, OpenContract> contracts) {
        @Nullable Contract last = null;
        for (OpenContract open : contracts.values()) {
            Contract terms = open.terms();
            if (terms.end().isEmpty()) {
                return Optional.of(terms);
            }
            if (last == null || terms.end().get().isAfter(last.end().orElseThrow())) {
                last = terms;
            }
        }
        return Optional.ofNullable(last);
    }

    private static Optional<LifeEnd> byNotice(Profile profile) {
        return Notices.lastEffect(profile)
                .map(at -> end(profile, at, profile.causes().get(Notices.TERMINATION)));
    }

    /** All contracts have run out that needed a yes; one that renews itself, or has no end, ends nothing by itself. */
    private static Optional<LifeEnd> byContract(Profile profile, LifeRules rules) {
        Optional<Instant> last = Optional.empty();
        for (OpenContract open : profile.contracts().values()) {
            Optional<Instant> end = open.terms().end().filter(_ -> open.terms().renewal() == Renewal.EXPLICIT);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            last = last.filter(end.get()::isBefore).or(() -> end);
        }
        return last.map(end -> end(profile, Days.after(end, rules.renewalGraceDays()), Cause.HABITS));
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
