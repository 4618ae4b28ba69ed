package io.vigie.local.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders of those who buy without a contract, fewer and smaller as their appetite ebbs. */
final class OrderBook {
    private static final double LEAST_APPETITE = 0.05;
    private static final int ITEM = 2_500;

    private final Model.Orders orders;
    private final Subject subject;
    private final Ebb ebb;
    private final Dice dice;

    OrderBook(Model.Orders orders, Subject subject, Ebb ebb, Dice dice) {
        this.orders = orders;
        this.subject = subject;
        this.ebb = ebb;
        this.dice = dice;
    }

    List<Happening> until(Instant end) {
        List<Happening> all = new ArrayList<>();
        Instant at = subject.newcomer()
                ? subject.since()
                : Days.after(subject.since(), dice.between(0, subject.orderEvery()));
        for (int number = 1; at.isBefore(end); number++) {
            double appetite = Math.max(LEAST_APPETITE, ebb.appetite(at));
            place(at, appetite, subject.own("order", number), all);
            at = Days.after(at, dice.regular(subject.orderEvery() / appetite));
        }
        return all;
    }

    private void place(Instant at, double appetite, String order, List<Happening> all) {
        long amount = Math.max(
                100, Math.round(dice.logNormal(new LogNormal(subject.orderAmount(), orders.amountSigma())) * appetite));
        Map<String, Object> placed = new LinkedHashMap<>();
        placed.put("order", order);
        placed.put("amount", amount);
        placed.put("currency", "EUR");
        placed.put("items", 1 + amount / ITEM);
        all.add(new Happening(at, "order.placed", placed));
        if (dice.chance(orders.late())) {
            double days = Math.round(dice.between(1, 12));
            all.add(new Happening(Days.after(at, 3 + days), "delivery.late", Map.of("order", order, "days", days)));
        }
        if (dice.chance(orders.returned())) {
            double share = Math.round(dice.between(0.1, 1) * 100) / 100.0;
            all.add(new Happening(
                    Days.after(at, dice.between(4, 20)), "order.returned", Map.of("order", order, "share", share)));
        }
    }
}
