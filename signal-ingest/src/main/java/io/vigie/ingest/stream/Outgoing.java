package io.vigie.ingest.stream;

import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.privacy.PersonalData;
import io.vigie.privacy.PersonalFields;
import java.util.List;

/** Something on its way to the broker, before what is personal in it is enciphered. */
sealed interface Outgoing {
    /** The customer whom it is about. */
    String customer();

    /** Whether it can only go out under the customer's key. */
    boolean needsKey();

    /**
     * An event that goes out as it is, but for the fields that are personal.
     *
     * @param personal none where it holds none
     */
    record Plain(Topic topic, Event<?> event, PersonalFields personal) implements Outgoing {
        @Override
        public String customer() {
            return event.subject();
        }

        @Override
        public boolean needsKey() {
            return personal != PersonalFields.NONE;
        }
    }

    /** A customer record, to be told with the customer's wishes. */
    record Master(Customer given, String source) implements Outgoing {
        @Override
        public String customer() {
            return given.id();
        }

        @Override
        public boolean needsKey() {
            return PersonalData.CUSTOMER.in(EventJson.mapper().valueToTree(given));
        }
    }

    static Plain open(Topic topic, Event<?> event) {
        return new Plain(topic, event, PersonalFields.NONE);
    }

    /**
     * A customer record's events; their id follows from the customer and the time under which it is told. The whole of
     * it goes to who makes contact, unless a later one did; without what is personal it also takes its place among the
     * customer's signals, so that whoever reads them knows the customer as they were at the time, in the same order
     * again in every replay.
     */
    static List<Plain> of(CustomerFile.Telling telling) {
        Customer told = telling.record();
        String id = Ids.derived(told.id() + "\n" + told.time(), "customer").toString();
        Plain among =
                open(Topic.SIGNALS, Event.of(id, telling.source(), told.id(), told.time(), told.withoutPersonal()));
        Plain whole = open(Topic.CUSTOMERS, Event.of(id, telling.source(), told.id(), told.time(), told));
        return switch (telling.reach()) {
            case EVERYBODY -> List.of(whole, among);
            case HISTORY -> List.of(among);
            case NOBODY -> List.of();
        };
    }
}
