package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.quarantine.Release;
import io.vigie.ingest.intake.AliasKeys;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.AliasConflict;
import io.vigie.ingest.store.Aliases;
import io.vigie.ingest.store.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns aliases from customer records, and releases what waited for them. */
@ApplicationScoped
public class Learning {
    private final Aliases aliases;
    private final Release release;
    private final InstantSource clock;

    Learning(Aliases aliases, Release release, InstantSource clock) {
        this.aliases = aliases;
        this.release = release;
        this.clock = clock;
    }

    /**
     * @param customers whose records the broker has
     * @return the refusal for each record of which an alias is somebody else's; the other aliases are learned
     */
    public Map<Customer, Refusal> from(Collection<Customer> customers) {
        Map<Customer, List<Claim>> claimed = new LinkedHashMap<>();
        customers.forEach(customer -> claimed.put(customer, claims(customer)));
        List<Claim> claims =
                claimed.values().stream().flatMap(List::stream).distinct().toList();
        if (claims.isEmpty()) {
            return Map.of();
        }
        Map<Claim, AliasConflict> conflicts = new HashMap<>();
        aliases.learnFree(claims, clock.instant()).forEach(conflict -> conflicts.put(conflict.claim(), conflict));
        release.learned(claims.stream().map(Claim::alias).toList());
        Map<Customer, Refusal> refusals = new LinkedHashMap<>();
        claimed.forEach((customer, own) -> own.stream()
                .filter(conflicts::containsKey)
                .findFirst()
                .ifPresent(claim -> refusals.put(customer, refusal(conflicts.get(claim)))));
        return refusals;
    }

    /** Such a refusal on its way to where it is kept, with the record that it is about. */
    static Refused refused(Customer record, Refusal why, String source, Instant at) {
        try {
            return new Refused(
                    why.reason(),
                    why.detail(),
                    Via.CUSTOMERS,
                    source,
                    Optional.empty(),
                    MediaType.APPLICATION_JSON,
                    Refused.encode(EventJson.mapper().writeValueAsBytes(record)),
                    at,
                    why.waitsFor());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a customer record could not be written", e);
        }
    }

    /** What a record says of the keys that its customer is known by. */
    private List<Claim> claims(Customer customer) {
        List<Claim> claims = new ArrayList<>();
        customer.contact().email().ifPresent(key -> claim(claims, customer, "email", key));
        customer.contact().phone().ifPresent(key -> claim(claims, customer, "phone", key));
        customer.aliases().forEach((system, keys) -> keys.forEach(key -> claim(claims, customer, system, key)));
        return claims;
    }

    private void claim(List<Claim> claims, Customer customer, String system, String key) {
        if (AliasKeys.fault(system, key).isEmpty()) {
            claims.add(new Claim(aliases.alias(system, key), customer.id()));
        }
    }

    private static Refusal refusal(AliasConflict conflict) {
        return Reason.ALIAS_CONFLICT.because("the record is taken, but its key of "
                + conflict.claim().system() + " is already that of " + conflict.owner()
                + ": correct one of the two records, or PUT it to /customers/"
                + conflict.claim().customer() + "/aliases?move=true and send this again");
    }
}
