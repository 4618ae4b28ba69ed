package io.vigie.ingest.stream;

import io.vigie.ingest.store.CustomerFile;
import io.vigie.privacy.CustomerCipher;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must be known of customers before something personal about them can go out. */
interface Customers {
    /** A cipher that costs nothing to find. */
    Optional<CustomerCipher> atHand(String customer);

    /**
     * The ciphers of all of them; whoever has none is given one.
     *
     * @throws NotAcknowledged when they cannot be had now
     */
    Keyring.Opened open(Set<String> customers);

    /** Their new keys are safe. */
    void told(Keyring.Opened opened);

    /**
     * Files enciphered records.
     *
     * @return for each of them what to tell of the customer
     * @throws NotAcknowledged when they cannot be filed now
     */
    List<CustomerFile.Telling> file(List<CustomerFile.Given> records);
}
