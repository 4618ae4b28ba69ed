package io.vigie.ingest.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.ingest.store.LastContacts.Contact;
import java.util.Collection;
import java.util.Optional;

/**
 * The days that the database has as the last on which customers were heard of, of those heard of lately: what came on
 * one of them or before changes nothing, and nearly everything does.
 */
final class KnownDays {
    private static final int CUSTOMERS = 100_000;
    private static final int DAY = "2026-01-31".length();

    private final Cache<String, String> days =
            Caffeine.newBuilder().maximumSize(CUSTOMERS).build();

    /**
     * @param time as events write it; what is written otherwise is news
     */
    boolean isNews(String customer, String time) {
        return Optional.ofNullable(days.getIfPresent(customer))
                .filter(_ -> isPlain(time))
                .map(day -> day.compareTo(time.substring(0, DAY)) < 0)
                .orElse(true);
    }

    /** What the database has now. */
    void kept(Collection<Contact> contacts) {
        for (Contact contact : contacts) {
            String time = contact.at().toString();
            if (isPlain(time) && isNews(contact.customer(), time)) {
                days.put(contact.customer(), time.substring(0, DAY));
            }
        }
    }

    void forget() {
        days.invalidateAll();
    }

    /** In UTC and in a year of four digits, so that the order of texts is that of days. */
    private static boolean isPlain(String time) {
        return time.length() > DAY && time.charAt(DAY) == 'T' && time.endsWith("Z") && time.charAt(0) != '-';
    }
}
