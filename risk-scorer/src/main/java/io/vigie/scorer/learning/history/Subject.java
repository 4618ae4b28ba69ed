package io.vigie.scorer.learning.history;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.profile.Profile;
import java.util.Map;

/**
 * A customer as a model reads them: the outlook of the scorecard, the profile, and what is on record of them.
 *
 * @param attributes the values of a model's inputs of that kind
 */
// bulk figures, never compared
@SuppressWarnings("ArrayRecordComponent")
public record Subject(ExpertOutlook experts, Profile profile, double[] attributes) {
    public static Subject of(ExpertOutlook experts, Profile profile, Attributes attributes) {
        return new Subject(experts, profile, attributes.of(onRecord(profile)));
    }

    /** What the customer record said as of the profile; nothing of who has none. */
    static Map<String, String> onRecord(Profile profile) {
        return profile.record().map(Customer::attributes).orElse(Map.of());
    }

    /** Those who share a base by what they are, whatever it is. */
    public static String group(Segment segment, boolean contract) {
        return segment.word() + (contract ? "/contract" : "/none");
    }

    String group() {
        return group(experts.segment(), !profile.contracts().isEmpty());
    }
}
