package io.vigie.retention.dispatch;

import io.vigie.events.customer.ContactDetails;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Language;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows to whom is written, where, and in which language. */
@ApplicationScoped
class Addressees {
    private final ContactCards cards;
    private final Company company;

    Addressees(ContactCards cards, Company company) {
        this.cards = cards;
        this.company = company;
    }

    Addressee of(String customer) {
        Optional<ContactCard> card = cards.find(customer);
        Language language = card.flatMap(ContactCard::language)
                .map(spoken -> Language.of(spoken, company.language()))
                .orElse(company.language());
        return new Addressee(
                customer,
                card.flatMap(ContactCard::name),
                card.map(ContactCard::contact).flatMap(ContactDetails::address),
                language);
    }
}
