package io.vigie.retention.rehearsal;

import io.vigie.retention.casework.CaseDesk;
import io.vigie.retention.casework.FollowUp;
import io.vigie.retention.casework.History;
import io.vigie.retention.casework.TaskDesk;
import io.vigie.retention.casework.Tiers;
import io.vigie.retention.casework.WorkRules;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Rulebook;
import java.util.Optional;

/**
 * How cases are worked beside what a policy says, the same for all that are compared.
 *
 * @param known what decisions turn on beside the customer, as it is known now
 */
public record Work(WorkRules rules, Tiers tiers, Knowledge known) {
    /** Those who take up what a policy decides. */
    record Desks(CaseDesk cases, TaskDesk tasks) {}

    /** Nobody follows tasks up, for each is done in time. */
    Desks under(Policy policy) {
        Rulebook always = Rulebook.of(policy, known);
        FollowUp followUp = new FollowUp(rules, always, tiers, false);
        return new Desks(
                new CaseDesk(always, new History(Optional.empty(), false), followUp), new TaskDesk(always, followUp));
    }
}
