package io.vigie.scorer.watch;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Potential;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.Matter;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.profile.Worth;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** What a decision may turn on besides the probability, at one instant. */
final class Situation {
    private Situation() {}

    /**
     * All that a decision asks of the customer.
     *
     * @param day the day number up to which a year's revenue trails
     */
    static DecisionInput input(Profile profile, long day) {
        Optional<Customer> record = profile.record();
        return new DecisionInput(
                record.isPresent(),
                Worth.segment(profile),
                Worth.yearlyMargin(profile, day),
                record.map(Customer::currency).orElse("EUR"),
                record.map(Customer::potential).orElse(Potential.LOW),
                record.filter(Customer::strategic).isPresent(),
                record.flatMap(Customer::accountManager),
                record.flatMap(Customer::country),
                LifeEnd.lastContract(profile.contracts()),
                record.map(Situation::reachable).orElse(Set.of()),
                record.map(Customer::consents).orElse(List.of()),
                record.filter(Customer::objection).isPresent(),
                profile.contacts());
    }

    /** One text that changes exactly when the situation does; value, which drifts daily, is left out. */
    static String text(Profile profile, List<Matter> matters, boolean dormant) {
        Life life = profile.life().orElseThrow();
        if (profile.objects()) {
            // of who objects to profiling only joining and leaving are news
            return "objection|" + life;
        }
        Optional<Customer> record = profile.record();
        return new StringJoiner("|")
                .add(life.number() + " " + life.state() + (dormant ? " dormant" : ""))
                .add(open(matters))
                .add(profile.unavoidable().map(flag -> flag.reason().word()).orElse(""))
                .add(Worth.segment(profile).word())
                .add(LifeEnd.lastContract(profile.contracts()).map(Contract::id).orElse(""))
                .add(profile.contacts().isEmpty() ? "" : text(profile.contacts().getLast()))
                .add(record.map(Situation::text).orElse("unknown"))
                .toString();
    }

    private static String text(Customer record) {
        StringJoiner reach = new StringJoiner(",");
        reachable(record).forEach(channel -> reach.add(channel.word()));
        StringJoiner consents = new StringJoiner(",");
        record.consents().forEach(consent -> consents.add(text(consent)));
        return new StringJoiner("|")
                .add(record.potential().word())
                .add(String.valueOf(record.strategic()))
                .add(record.accountManager().orElse(""))
                .add(reach.toString())
                .add(consents.toString())
                .toString();
    }

    private static String open(List<Matter> matters) {
        StringJoiner open = new StringJoiner(",");
        matters.forEach(matter -> open.add(matter.type() + "×" + matter.count()));
        return open.toString();
    }

    private static String text(ContactMade contact) {
        return moment(contact.at())
                + contact.channel().map(Channel::word).orElse("")
                + (contact.refused() ? " refused" : "");
    }

    private static String text(Consent consent) {
        return moment(consent.at())
                + consent.channel().word()
                + " "
                + consent.purpose().word()
                + (consent.given() ? " given " : " ")
                + consent.proof().orElse("");
    }

    /** Written out as a date it would take longer than all the rest. */
    private static String moment(Instant at) {
        return at.getEpochSecond() + " " + at.getNano() + " ";
    }

    private static Set<Channel> reachable(Customer record) {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(record::reachableBy).forEach(channels::add);
        return channels;
    }
}
