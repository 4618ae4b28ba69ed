package io.vigie.retention.law;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of rules that hold in some countries.
 *
 * @param asOf the day whose law it gives
 * @param zone in which hours are meant
 * @param objection the text by which who objects to direct marketing is left in peace
 */
record CountryLaw(Set<String> countries, LocalDate asOf, ZoneId zone, String objection, List<LawRule> rules) {
    CountryLaw {
        countries = Set.copyOf(countries);
        rules = List.copyOf(rules);
    }

    Optional<LawRule> rule(Segment segment, Channel channel) {
        return rules.stream().filter(rule -> rule.covers(segment, channel)).findFirst();
    }
}
