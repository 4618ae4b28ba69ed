package io.vigie.retention.store;

import static java.util.stream.Collectors.toMap;

import io.vigie.events.customer.Segment;
import io.vigie.retention.policy.MinorUnits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What a company's own customers are worth, from a sample of them where there are many. */
@ApplicationScoped
class Values {
    private static final double SAMPLE = 50_000;
    private static final int ENOUGH = 50;
    private static final String SHARE = """
            SELECT least(100, 100 * ? / greatest(1, reltuples))::float4 AS share FROM pg_class
            WHERE oid = 'dossier'::regclass""";
    private static final String TOP_FIFTHS = """
            SELECT segment, percentile_disc(0.8) WITHIN GROUP (ORDER BY margin) AS top, max(currency) AS currency FROM (
                SELECT risk -> 'decisionInput' ->> 'segment' AS segment,
                    (risk -> 'decisionInput' ->> 'yearlyMargin')::bigint AS margin,
                    risk -> 'decisionInput' ->> 'currency' AS currency
                FROM (SELECT latest::jsonb AS risk FROM dossier TABLESAMPLE SYSTEM (?) WHERE latest IS NOT NULL) AS all_of_them
                WHERE risk -> 'life' ->> 'state' <> 'lost') AS customers
            WHERE margin > 0 GROUP BY segment HAVING count(*) >= ?""";

    private final Database database;

    Values(Database database) {
        this.database = database;
    }

    /** From which yearly margin on a customer is among the most valuable fifth, major units, where enough are known. */
    Map<Segment, Double> topFifths() {
        double share = database.rows(SHARE, row -> row.real("share"), SAMPLE).getFirst();
        return database
                .rows(
                        TOP_FIFTHS,
                        row -> Map.entry(
                                row.word(Segment.class, "segment"),
                                row.number("top") / MinorUnits.of(row.text("currency"))),
                        (float) share,
                        ENOUGH)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
