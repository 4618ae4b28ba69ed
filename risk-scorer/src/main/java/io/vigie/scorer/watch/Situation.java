package io.vigie.scorer.watch;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Potential;
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
import java.util.stream.Collectors;

/** What a decision may turn on besides the probability, at one instant. */
record Situation(Profile profile, List<Matter> matters, Optional<Instant> dormantSince, DecisionInput input) {

    static Situation of(Profile profile, List<Matter> matters, Optional<Instant> dormantSince, long day) {
        Optional<Customer> record = profile.record();
        DecisionInput input = new DecisionInput(
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
        return new Situation(profile, matters, dormantSince, input);
    }

    private static Set<Channel> reachable(Customer record) {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(record::reachableBy).forEach(channels::add);
        return channels;
    }

    /** One text that changes exactly when the situation does; value, which drifts daily, is left out. */
    String text() {
        return input.objection() ? factsOfLife() : all();
    }

    /** Of who objects to profiling only joining and leaving are news. */
    private String factsOfLife() {
        return "objection|" + profile.life().orElseThrow();
    }

    private String all() {
        String open = matters.stream()
                .map(matter -> matter.type() + "×" + matter.count())
                .collect(Collectors.joining(","));
        Life life = profile.life().orElseThrow();
        String reach = input.reachableBy().stream().sorted().map(Channel::word).collect(Collectors.joining(","));
        String contract = input.contract().map(Contract::id).orElse("");
        return String.join(
                "|",
                life.number() + " " + life.state() + (dormantSince.isPresent() ? " dormant" : ""),
                open,
                profile.unavoidable().map(flag -> flag.reason().word()).orElse(""),
                input.segment().word(),
                input.potential().word(),
                String.valueOf(input.strategic()),
                input.accountManager().orElse(""),
                contract,
                reach,
                input.consents().toString(),
                input.contacts().isEmpty() ? "" : input.contacts().getLast().toString(),
                String.valueOf(input.objection()),
                String.valueOf(input.known()));
    }
}
