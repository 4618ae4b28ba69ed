package io.vigie.retention.casework;

import io.vigie.retention.law.Contact;
import io.vigie.retention.policy.Parting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The dossier after another, while it is written: what nobody names stays as it was. */
final class NextDossier {
    Optional<Assessment> latest;
    Optional<Dossier.NoAction> lastNoAction;
    Optional<Instant> answeredAt;
    Optional<Instant> lookAgainAt;
    List<Contact> contacts;
    Optional<Instant> calmUntil;
    Optional<LastCase> lastCase;
    Optional<String> owner;
    Optional<Parting> parting;
    Optional<RetentionCase> current;
    private final String customer;

    NextDossier(Dossier now) {
        customer = now.customer();
        latest = now.latest();
        lastNoAction = now.lastNoAction();
        answeredAt = now.answeredAt();
        lookAgainAt = now.lookAgainAt();
        contacts = now.contacts();
        calmUntil = now.calmUntil();
        lastCase = now.lastCase();
        owner = now.owner();
        parting = now.parting();
        current = now.current();
    }

    Dossier dossier() {
        return new Dossier(
                customer,
                latest,
                lastNoAction,
                answeredAt,
                lookAgainAt,
                contacts,
                calmUntil,
                lastCase,
                owner,
                parting,
                current);
    }
}
