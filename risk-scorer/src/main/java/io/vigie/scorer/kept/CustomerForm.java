package io.vigie.scorer.kept;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Person;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.RevenueRule;
import io.vigie.events.customer.Segment;
import java.util.Set;

/** A customer record as it is kept. */
final class CustomerForm {
    private CustomerForm() {}

    static void write(Packer into, Customer one) {
        into.text(one.id())
                .instant(one.time())
                .maybe(one.name(), Packer::text)
                .maybe(one.segment(), Packer::word)
                .maybe(one.yearlyMargin(), Packer::number)
                .text(one.currency())
                .word(one.potential())
                .yes(one.strategic())
                .maybe(one.accountManager(), Packer::text)
                .maybe(one.country(), Packer::text)
                .maybe(one.language(), Packer::text);
        write(into, one.contact());
        into.each(one.reachableBy(), Packer::word)
                .each(one.consents(), CustomerForm::write)
                .maybe(one.contract(), CustomerForm::write)
                .yes(one.objection())
                .maybe(one.revenueRule(), CustomerForm::write)
                .byName(one.attributes(), Packer::text)
                .byName(one.aliases(), (packer, keys) -> packer.each(keys, Packer::text))
                .maybe(one.parent(), Packer::text)
                .each(one.contacts(), CustomerForm::write);
    }

    static Customer read(Unpacker from) {
        return new Customer(
                from.text(),
                from.instant(),
                from.maybe(Unpacker::text),
                from.maybe(in -> in.word(Segment.class)),
                from.maybe(Unpacker::number),
                from.text(),
                from.word(Potential.class),
                from.yes(),
                from.maybe(Unpacker::text),
                from.maybe(Unpacker::text),
                from.maybe(Unpacker::text),
                contact(from),
                Set.copyOf(from.each(in -> in.word(Channel.class))),
                from.each(CustomerForm::consent),
                from.maybe(CustomerForm::contract),
                from.yes(),
                from.maybe(in -> new RevenueRule(in.real(), in.maybe(Unpacker::number))),
                from.byName(Unpacker::text),
                from.byName(in -> in.each(Unpacker::text)),
                from.maybe(Unpacker::text),
                from.each(CustomerForm::person));
    }

    static void write(Packer into, Contract one) {
        into.text(one.id())
                .word(one.renewal())
                .instant(one.start())
                .maybe(one.end(), Packer::instant)
                .maybe(one.noticeOpens(), Packer::instant)
                .maybe(one.noticeCloses(), Packer::instant);
    }

    static Contract contract(Unpacker from) {
        return new Contract(
                from.text(),
                from.word(Renewal.class),
                from.instant(),
                from.maybe(Unpacker::instant),
                from.maybe(Unpacker::instant),
                from.maybe(Unpacker::instant));
    }

    private static void write(Packer into, ContactDetails one) {
        into.maybe(one.email(), Packer::text).maybe(one.phone(), Packer::text).maybe(one.address(), Packer::text);
    }

    private static ContactDetails contact(Unpacker from) {
        return new ContactDetails(from.maybe(Unpacker::text), from.maybe(Unpacker::text), from.maybe(Unpacker::text));
    }

    private static void write(Packer into, Consent one) {
        into.word(one.channel())
                .word(one.purpose())
                .yes(one.given())
                .instant(one.at())
                .maybe(one.proof(), Packer::text);
    }

    private static Consent consent(Unpacker from) {
        return new Consent(
                from.word(Channel.class),
                from.word(Purpose.class),
                from.yes(),
                from.instant(),
                from.maybe(Unpacker::text));
    }

    private static void write(Packer into, RevenueRule one) {
        into.real(one.marginShare()).maybe(one.b2bFrom(), Packer::number);
    }

    private static void write(Packer into, Person one) {
        into.maybe(one.name(), Packer::text)
                .text(one.role())
                .maybe(one.email(), Packer::text)
                .maybe(one.phone(), Packer::text);
    }

    private static Person person(Unpacker from) {
        return new Person(
                from.maybe(Unpacker::text), from.text(), from.maybe(Unpacker::text), from.maybe(Unpacker::text));
    }
}
