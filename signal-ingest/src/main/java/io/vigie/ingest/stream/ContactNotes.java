package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.LastContacts.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Notes what is news of when customers were last heard of; without the database it waits. */
@ApplicationScoped
class ContactNotes {
    private static final int FOR_EVER = -1;

    private final LastContacts contacts;
    private final Erasures erasures;
    private final KnownDays known = new KnownDays();
    private final AtomicLong erasuresKnown = new AtomicLong();

    ContactNotes(LastContacts contacts, Erasures erasures) {
        this.contacts = contacts;
        this.erasures = erasures;
    }

    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void note(ConsumerRecords<String, JsonNode> batch) {
        long learned = erasures.learned();
        if (erasuresKnown.getAndSet(learned) != learned) {
            known.forget();
        }
        List<Contact> news = new ArrayList<>();
        for (ConsumerRecord<String, JsonNode> record : batch) {
            ContactReader.read(record, known)
                    .filter(contact -> !erasures.since(contact.customer(), contact.at()))
                    .ifPresent(news::add);
        }
        if (!news.isEmpty()) {
            keep(news);
        }
    }

    private void keep(List<Contact> news) {
        try {
            contacts.keep(news);
            known.kept(news);
        } catch (RuntimeException trouble) {
            Log.warnf("%d contacts are not noted yet: %s", news.size(), trouble.getMessage());
            throw trouble;
        }
    }
}
