package io.vigie.ingest.stream;

import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customers of whom nothing is known, where there is no database to ask: only what is not personal can go out. */
final class Strangers implements Customers {
    static Preparation only() {
        return new Preparation(new PersonalData(SignalCatalogue.shipped()), new Strangers());
    }

    @Override
    public Optional<CustomerCipher> atHand(String customer) {
        return Optional.empty();
    }

    @Override
    public Keyring.Opened open(Set<String> customers) {
        throw new NotAcknowledged("there is no database", null);
    }

    @Override
    public void told(Keyring.Opened opened) {
        throw new NotAcknowledged("there is no database", null);
    }

    @Override
    public List<CustomerFile.Telling> file(List<CustomerFile.Given> records) {
        throw new NotAcknowledged("there is no database", null);
    }
}
