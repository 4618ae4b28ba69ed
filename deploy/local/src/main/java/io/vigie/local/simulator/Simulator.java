package io.vigie.local.simulator;

import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes up a company's history; the plan alone settles every byte of it. */
public final class Simulator {
    private static final Comparator<Happening> BY_TIME =
            Comparator.comparing(Happening::at).thenComparing(Happening::type);

    private final Model model;
    private final HistoryPlan plan;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();

    private Simulator(Model model, HistoryPlan plan) {
        this.model = model;
        this.plan = plan;
    }

    public static History simulate(HistoryPlan plan) {
        Simulator simulator = new Simulator(Model.shipped(), plan);
        Enrolment enrolment = new Enrolment(simulator.model, plan);
        for (int number = 1; number <= plan.customers(); number++) {
            Dice dice = Dice.of(plan.seed(), number);
            simulator.live(enrolment.draw(number, dice.split()), dice);
        }
        simulator.signals.sort(Signal.IN_ORDER);
        return new History(simulator.model.version(), plan, simulator.customers, simulator.signals, simulator.truths);
    }

    private void live(Subject subject, Dice dice) {
        List<Happening> happenings = new ArrayList<>();
        Optional<Subject> living = Optional.of(subject);
        while (living.isPresent()) {
            living = oneLife(living.orElseThrow(), happenings, dice);
        }
        customers.add(subject.master());
        happenings.sort(BY_TIME);
        for (int number = 0; number < happenings.size(); number++) {
            signals.add(signal(subject.id(), number + 1, happenings.get(number)));
        }
    }

    private Optional<Subject> oneLife(Subject subject, List<Happening> happenings, Dice dice) {
        LifeStory story = LifeStory.tell(model, subject, plan, dice.split());
        happenings.addAll(story.happenings());
        Optional<Instant> returns = story.leave().flatMap(leave -> returning(leave, dice.split()));
        truths.add(new Truth(
                subject.id(),
                subject.life(),
                subject.since(),
                story.leave().map(Simulator::end),
                returns,
                new PotentialOutcomes(model.effects()).draw(subject, story.leave(), dice.split())));
        returns.filter(plan.end()::isAfter)
                .ifPresent(at -> happenings.add(new Happening(at, "customer.returned", Map.of())));
        return returns.map(
                at -> subject.returning(at.plusSeconds(1), model.ends().frailerAfterReturn()));
    }

    private Optional<Instant> returning(Leave leave, Dice dice) {
        if (leave.leaving() != Leaving.BY_CHOICE || !dice.chance(model.ends().returns())) {
            return Optional.empty();
        }
        return Optional.of(Days.after(leave.at(), dice.logNormal(model.ends().returnsAfterDays())))
                .filter(plan.horizon()::isAfter);
    }

    private static Truth.End end(Leave leave) {
        return new Truth.End(
                leave.onset(),
                leave.decision(),
                leave.lastChance(),
                leave.at(),
                leave.leaving(),
                leave.cause(),
                leave.told());
    }

    private static Signal signal(String customer, int number, Happening happening) {
        return new Signal(
                "urn:simulated:" + system(happening.type()),
                String.format(Locale.ROOT, "%s-%04d", customer, number),
                happening.type(),
                customer,
                happening.at(),
                EventJson.mapper().valueToTree(new TreeMap<>(happening.attributes())),
                Optional.empty());
    }

    /** Which of the company's systems would tell of it. */
    private static String system(String type) {
        return switch (type.substring(0, type.indexOf('.'))) {
            case "support", "complaint", "message" -> "support";
            case "payment", "invoice", "price" -> "billing";
            case "order", "delivery", "site", "stock" -> "shop";
            case "usage" -> "product";
            default -> "crm";
        };
    }
}
