package io.vigie.retention.stream;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.retention.store.Arrival;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.OneByOne;
import java.util.ArrayList;
import java.util.List;

/** Customer records as they came, parted by erasures: what came before one is kept before it. */
final class CardBatch {
    private final List<Step> steps = new ArrayList<>();

    CardBatch() {
        steps.add(new Step());
    }

    void add(Event<?> event, Arrival.Origin origin) {
        switch (event.data()) {
            case Customer customer -> steps.getLast().customers.add(new Card(customer, origin));
            case CustomerErased _ -> {
                steps.getLast().erased.add(new Gone(event.subject(), origin));
                steps.add(new Step());
            }
            default -> addUnreadable(origin, "no customer record: " + event.type());
        }
    }

    void addUnreadable(Arrival.Origin origin, String reason) {
        steps.getLast().unreadable.add(new Arrival.Unreadable(origin, reason));
    }

    /** Each step by itself, for it may be kept again: the last word on each customer is the same. */
    int keep(ContactCards cards, OneByOne oneByOne) {
        int unreadable = 0;
        for (Step step : steps) {
            unreadable += oneByOne.take(step.customers, some -> keep(cards, some), Card::origin);
            unreadable += oneByOne.take(step.unreadable);
            step.erased.forEach(gone -> cards.erase(gone.customer(), gone.origin()));
        }
        return unreadable;
    }

    private static int keep(ContactCards cards, List<Card> some) {
        cards.keep(some.stream().map(Card::customer).toList());
        return 0;
    }

    private record Card(Customer customer, Arrival.Origin origin) {}

    private record Gone(String customer, Arrival.Origin origin) {}

    private static final class Step {
        private final List<Card> customers = new ArrayList<>();
        private final List<Arrival> unreadable = new ArrayList<>();
        private final List<Gone> erased = new ArrayList<>();
    }
}
