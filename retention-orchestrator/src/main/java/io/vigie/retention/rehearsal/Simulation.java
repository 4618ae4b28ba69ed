package io.vigie.retention.rehearsal;

import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Decides on the same customers by two policies and counts what would differ, before anybody is contacted. */
public final class Simulation {
    private final Policy live;
    private final Policy draft;
    private final Counting byLive;
    private final Counting byDraft;
    private final Map<String, Long> moves = new TreeMap<>();
    private long customers;
    private long unseen;
    private String currency = "EUR";

    public Simulation(Policy live, Policy draft, ZoneId zone) {
        this.live = live;
        this.draft = draft;
        this.byLive = new Counting(zone);
        this.byDraft = new Counting(zone);
    }

    /** One more customer. */
    public void take(Occasion occasion) {
        customers++;
        currency = occasion.risk().decisionInput().currency();
        String was = byLive.take(live.decide(occasion));
        String now = byDraft.take(draft.decide(occasion));
        unseen += was.equals(Counting.WATCHED) && !now.equals(Counting.WATCHED) ? 1 : 0;
        if (!was.equals(now)) {
            moves.merge(was + " → " + now, 1L, Long::sum);
        }
    }

    public Result result() {
        return new Result(customers, currency, byLive.side(), byDraft.side(), moves, unseen);
    }

    /**
     * What two policies would do with the same customers.
     *
     * @param currency of all amounts
     * @param moves how many would be treated otherwise, by what they would get under the live policy and under the draft
     * @param unseen how many of them the live policy only watches, so that no decision of the past tells of their like
     */
    public record Result(long customers, String currency, Side live, Side draft, Map<String, Long> moves, long unseen) {
        public Result {
            moves = new TreeMap<>(moves);
        }
    }
}
