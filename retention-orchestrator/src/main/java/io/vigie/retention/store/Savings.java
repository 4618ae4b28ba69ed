package io.vigie.retention.store;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseResult;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Saving;
import io.vigie.retention.policy.SaveRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of those who were contacted, one row a case, so that telling it twice changes nothing. */
@ApplicationScoped
public class Savings {
    private static final String KEEP = """
            INSERT INTO saving (case_id, action, segment, after_notice, probability, lost, at)
            SELECT case_id::uuid, action, segment, after_notice::boolean, probability::double precision, lost::boolean,
                at::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?) AS now(case_id, action, segment, after_notice, probability, lost, at)
            ON CONFLICT DO NOTHING""";
    private static final String TALLIES = """
            SELECT action, segment, after_notice, count(*) AS contacted, sum(probability) AS expected,
                count(*) FILTER (WHERE lost) AS gone FROM saving GROUP BY 1, 2, 3""";

    private final Database database;

    Savings(Database database) {
        this.database = database;
    }

    void keep(Collection<RetentionCase> cases) {
        database.updateTogether(
                KEEP,
                cases.stream()
                        .filter(RetentionCase.Closed.class::isInstance)
                        .map(RetentionCase.Closed.class::cast)
                        .flatMap(closed -> Saving.of(closed).map(saving -> values(closed, saving)).stream())
                        .toList());
    }

    @Transactional
    public SaveRates rates() {
        return new SaveRates(database
                .rows(
                        TALLIES,
                        row -> Map.entry(
                                new SaveRates.Of(
                                        row.word(Action.class, "action"),
                                        row.word(Segment.class, "segment"),
                                        row.is("after_notice")),
                                new SaveRates.Tally(row.number("contacted"), row.real("expected"), row.number("gone"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Object[] values(RetentionCase.Closed closed, Saving saving) {
        return new Object[] {
            closed.opening().id(),
            saving.action(),
            saving.segment(),
            saving.afterNotice(),
            saving.probability(),
            closed.result() == CaseResult.LOST,
            closed.at()
        };
    }
}
