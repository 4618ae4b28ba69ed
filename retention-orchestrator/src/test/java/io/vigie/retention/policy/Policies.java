package io.vigie.retention.policy;

import io.vigie.retention.law.LawBook;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** The shipped policy, and the same with other figures or rows. */
public final class Policies {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LawBook LAWS = LawBook.shipped();
    private static final Policy STILL = still(UnaryOperator.identity());

    private Policies() {}

    /** Without chance: nobody is drawn into a control group, nothing is explored. */
    public static Policy still() {
        return STILL;
    }

    public static Policy still(UnaryOperator<String> table) {
        PolicyText shipped = PolicyText.shipped();
        return Policy.of(
                new PolicyText(
                        table.apply(shipped.table()),
                        shipped.figures()
                                .replace("exploration: 0.05", "exploration: 0")
                                .replace("b2c: 0.05", "b2c: 0")),
                PARIS,
                LAWS);
    }

    public static Policy withFigures(UnaryOperator<String> figures) {
        PolicyText shipped = PolicyText.shipped();
        return Policy.of(new PolicyText(shipped.table(), figures.apply(shipped.figures())), PARIS, LAWS);
    }
}
