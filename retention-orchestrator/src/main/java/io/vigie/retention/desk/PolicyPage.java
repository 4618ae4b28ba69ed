package io.vigie.retention.desk;

import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.policy.ReadOut;
import io.vigie.retention.store.AuditLog;
import io.vigie.retention.store.PolicyVersion;
import java.util.List;
import java.util.Optional;

/**
 * One version of the policy as shown.
 *
 * @param comparedWith the version that the differences are told from, where there is another
 * @param mayChange whether the reader may draft, approve and publish
 * @param own whether the reader is its author, who may not approve it
 */
public record PolicyPage(
        PolicyVersion version,
        List<PolicyVersion> versions,
        List<Line> rows,
        List<ReadOut.FigureInUse> figures,
        List<ReadOut.RateInUse> rates,
        List<LawBook.Sentence> law,
        Optional<String> comparedWith,
        List<String> differences,
        List<AuditLog.Line> deeds,
        PolicyText text,
        boolean mayChange,
        boolean own) {
    /** A row read out. */
    public record Line(String rule, String when, String then) {}

    public boolean mayApprove() {
        return mayChange && version.draft() && !own;
    }

    public boolean mayPublish() {
        return mayChange && version.approved();
    }
}
