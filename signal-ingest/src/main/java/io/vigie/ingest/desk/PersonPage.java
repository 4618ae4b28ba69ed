package io.vigie.ingest.desk;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.ingest.api.customers.WishesResource;
import io.vigie.ingest.store.ErasureRows;
import java.util.List;
import java.util.Optional;

/**
 * A customer's own data as shown.
 *
 * @param typed by which the customer was looked for
 * @param person whom it means
 * @param news what became of what was just done
 * @param today the latest day that may be entered
 * @param mayErase whether who is signed in decides on erasures
 */
public record PersonPage(
        String typed, Optional<Person> person, Optional<PersonNews> news, String today, boolean mayErase) {
    /** What is known of the customer that matters here. */
    public record Person(String id, Optional<String> name, WishesResource.Objects objection, List<Consent> consents) {}

    public List<Channel> channels() {
        return List.of(Channel.values());
    }

    public List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    /** Those that people decide on. */
    public List<ErasureRows.Why> reasons() {
        return List.of(
                ErasureRows.Why.ASKED,
                ErasureRows.Why.CONSENT_WITHDRAWN,
                ErasureRows.Why.NOT_NEEDED,
                ErasureRows.Why.UNLAWFUL);
    }
}
