package io.vigie.scorer.profile;

import io.vigie.events.customer.Customer;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A profile while one entry is folded into it: the only place where one changes. */
final class Draft {
    Optional<Position> position;
    Optional<Customer> record;
    final Map<String, Decayed> counts;
    final Map<String, Decayed> usual;
    final Map<String, Cause> causes;
    Optional<Orders> orders;
    final Map<String, OpenContract> contracts;
    boolean contracted;
    final List<OpenItem> matters;
    Optional<Unavoidable> unavoidable;
    Optional<Life> life;
    final List<Life> pastLives;
    List<ContactMade> contacts;
    boolean incident;

    Draft(Profile profile) {
        position = profile.position();
        record = profile.record();
        counts = new TreeMap<>(profile.counts());
        usual = new TreeMap<>(profile.usual());
        causes = new TreeMap<>(profile.causes());
        orders = profile.orders();
        contracts = new TreeMap<>(profile.contracts());
        contracted = profile.contracted();
        matters = new ArrayList<>(profile.matters());
        unavoidable = profile.unavoidable();
        life = profile.life();
        pastLives = new ArrayList<>(profile.pastLives());
        contacts = profile.contacts();
        incident = profile.incident();
    }

    Profile toProfile() {
        return new Profile(
                position,
                record,
                counts,
                usual,
                causes,
                orders,
                contracts,
                contracted,
                List.copyOf(matters),
                unavoidable,
                life,
                List.copyOf(pastLives),
                contacts,
                incident);
    }

    boolean lost() {
        return life.filter(now -> now.state() == LifeState.LOST).isPresent();
    }

    /** Begins the first life, or the next one with a clean slate; what the CRM knows stays. */
    void beginLife(Instant at) {
        life.ifPresent(pastLives::add);
        counts.clear();
        usual.clear();
        causes.clear();
        orders = Optional.empty();
        contracts.clear();
        contracted = false;
        matters.clear();
        unavoidable = Optional.empty();
        life = Optional.of(new Life(
                pastLives.size() + 1, LifeState.ACTIVE, at, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    void endLife(Instant at, Leaving leaving, Optional<Cause> cause) {
        life = life.map(now ->
                new Life(now.number(), LifeState.LOST, now.startedAt(), Optional.of(at), Optional.of(leaving), cause));
        contracts.clear();
        matters.clear();
    }
}
