package io.vigie.scorer.kept;

import io.vigie.events.customer.Channel;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import io.vigie.scorer.profile.Decayed;
import io.vigie.scorer.profile.OpenContract;
import io.vigie.scorer.profile.Orders;
import io.vigie.scorer.profile.Position;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.profile.Spend;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A profile as it is kept. */
final class ProfileForm {
    private ProfileForm() {}

    static void write(Packer into, Profile one) {
        into.maybe(one.position(), ProfileForm::write)
                .maybe(one.record(), CustomerForm::write)
                .byName(one.counts(), ProfileForm::write)
                .byName(one.usual(), ProfileForm::write)
                .byName(one.causes(), Packer::word)
                .maybe(one.orders(), ProfileForm::write)
                .byName(one.contracts(), ProfileForm::write)
                .yes(one.contracted())
                .each(one.matters(), MatterForm::write)
                .maybe(one.unavoidable(), (packer, flag) -> packer.word(flag.reason())
                        .instant(flag.since()))
                .maybe(one.life(), ProfileForm::write)
                .each(one.pastLives(), ProfileForm::write)
                .each(one.contacts(), ProfileForm::write)
                .yes(one.incident());
    }

    /** @param all whether it was written since matters can be told again, and incidents are kept for good */
    static Profile read(Unpacker from, boolean all) {
        return new Profile(
                from.maybe(ProfileForm::position),
                from.maybe(CustomerForm::read),
                from.byName(ProfileForm::decayed),
                from.byName(ProfileForm::decayed),
                from.byName(in -> in.word(Cause.class)),
                from.maybe(ProfileForm::orders),
                from.byName(in -> new OpenContract(CustomerForm.contract(in), in.number())),
                from.yes(),
                from.each(in -> MatterForm.read(in, all)),
                from.maybe(in -> new Unavoidable(in.word(Cause.class), in.instant())),
                from.maybe(ProfileForm::life),
                from.each(ProfileForm::life),
                from.each(in -> new ContactMade(in.instant(), in.maybe(word -> word.word(Channel.class)), in.yes())),
                all && from.yes());
    }

    private static void write(Packer into, Position one) {
        into.instant(one.time()).yes(one.happened()).text(one.source()).text(one.id());
    }

    private static Position position(Unpacker from) {
        return new Position(from.instant(), from.yes(), from.text(), from.text());
    }

    private static void write(Packer into, Decayed one) {
        into.real(one.amount()).instant(one.at()).real(one.halfLifeDays());
    }

    private static Decayed decayed(Unpacker from) {
        return new Decayed(from.real(), from.instant(), from.real());
    }

    private static void write(Packer into, Orders one) {
        into.instant(one.first())
                .instant(one.last())
                .number(one.lastDay())
                .number(one.repeats())
                .each(one.revenueByDay().entrySet(), (packer, day) -> packer.number(day.getKey())
                        .number(day.getValue()))
                .real(one.spend().recent())
                .real(one.spend().usual());
    }

    private static Orders orders(Unpacker from) {
        return new Orders(
                from.instant(),
                from.instant(),
                from.number(),
                Math.toIntExact(from.number()),
                revenue(from),
                new Spend(from.real(), from.real()));
    }

    private static NavigableMap<Long, Long> revenue(Unpacker from) {
        NavigableMap<Long, Long> revenue = new TreeMap<>();
        from.repeat(() -> revenue.put(from.number(), from.number()));
        return revenue;
    }

    private static void write(Packer into, OpenContract one) {
        CustomerForm.write(into, one.terms());
        into.number(one.yearlyAmount());
    }

    private static void write(Packer into, Life one) {
        into.number(one.number())
                .word(one.state())
                .instant(one.startedAt())
                .maybe(one.endedAt(), Packer::instant)
                .maybe(one.leaving(), Packer::word)
                .maybe(one.cause(), Packer::word);
    }

    private static Life life(Unpacker from) {
        return new Life(
                Math.toIntExact(from.number()),
                from.word(LifeState.class),
                from.instant(),
                from.maybe(Unpacker::instant),
                from.maybe(in -> in.word(Leaving.class)),
                from.maybe(in -> in.word(Cause.class)));
    }

    private static void write(Packer into, ContactMade one) {
        into.instant(one.at()).maybe(one.channel(), Packer::word).yes(one.refused());
    }
}
