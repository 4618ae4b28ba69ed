package io.vigie.ingest.stream;

import io.quarkus.runtime.StartupEvent;
import io.vigie.events.wire.Refused;
import io.vigie.ingest.store.AtRest;
import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shuts up the bytes of what was refused under a key of the service's own: whose they are is often what could not be
 * told, and on the topic they wait for nobody but the quarantine.
 */
@ApplicationScoped
public class RefusedSeal implements AtRest {
    /** No customer has this id. */
    private static final String OURSELVES = "/refused";

    private static final String PLACE = "/rawBase64";
    private static final String KEPT = "/kept";

    private final Keyring keyring;
    private final AtomicReference<CustomerCipher> own = new AtomicReference<>();

    RefusedSeal(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Asked for at the start, so that what is refused later needs no database. */
    void begin(@Observes StartupEvent start) {
        cipher();
    }

    private CustomerCipher cipher() {
        return Optional.ofNullable(own.get()).orElseGet(() -> {
            CustomerCipher asked = keyring.own(OURSELVES);
            own.set(asked);
            return asked;
        });
    }

    Refused shut(Refused refused) {
        return with(refused, cipher().encipher(PLACE, refused.rawBase64()));
    }

    /** As it was; empty where another key than ours shut it. What the scorer refused, or came before, stands open. */
    public Optional<Refused> opened(Refused refused) {
        return CustomerCipher.isEnciphered(refused.rawBase64())
                ? cipher().decipher(PLACE, refused.rawBase64()).map(raw -> with(refused, raw))
                : Optional.of(refused);
    }

    @Override
    public byte[] shut(byte[] plain) {
        return cipher().encipher(KEPT, Base64.getEncoder().encodeToString(plain))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] opened(byte[] kept) {
        return cipher().decipher(KEPT, new String(kept, StandardCharsets.ISO_8859_1))
                .map(Base64.getDecoder()::decode)
                .orElse(kept);
    }

    private static Refused with(Refused refused, String raw) {
        return new Refused(
                refused.reason(),
                refused.detail(),
                refused.via(),
                refused.source(),
                refused.line(),
                refused.contentType(),
                raw,
                refused.receivedAt(),
                refused.waitsFor());
    }
}
