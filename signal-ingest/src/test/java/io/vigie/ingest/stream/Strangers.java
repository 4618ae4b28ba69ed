package io.vigie.ingest.stream;

import io.vigie.events.customer.CustomerKey;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.store.CustomerFile.Given;
import io.vigie.ingest.store.CustomerFile.Telling;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Customers of whom nothing is known, where there is no database to ask: only what is not personal can go out. */
final class Strangers implements Customers {
    static Preparation only() {
        return new Preparation(new PersonalData(SignalCatalogue.shipped()), new Strangers(), UnaryOperator.identity());
    }

    @Override
    public Optional<CustomerCipher> atHand(String customer) {
        return Optional.empty();
    }

    @Override
    public Map<String, CustomerCipher> open(Set<String> customers, Consumer<Map<String, CustomerKey>> telling) {
        throw new NotAcknowledged("there is no database", null);
    }

    @Override
    public void file(List<Given> records, Consumer<List<Telling>> telling) {
        throw new NotAcknowledged("there is no database", null);
    }

    @Override
    public void wish(Set<String> customers, Supplier<List<Telling>> filing, Consumer<List<Telling>> telling) {
        throw new NotAcknowledged("there is no database", null);
    }
}
