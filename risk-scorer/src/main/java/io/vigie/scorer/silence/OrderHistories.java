package io.vigie.scorer.silence;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many customers' order histories, equal ones counted together, since a likelihood needs no more of them. */
public final class OrderHistories {
    private final OrderHistory[] histories;
    private final int[] customers;

    private OrderHistories(SortedMap<OrderHistory, Integer> counted) {
        histories = counted.keySet().toArray(OrderHistory[]::new);
        customers = counted.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private OrderHistories(OrderHistory[] histories, int[] customers) {
        this.histories = histories;
        this.customers = customers;
    }

    public static OrderHistories of(Collection<OrderHistory> each) {
        return new OrderHistories(
                each.stream().collect(Collectors.toMap(Function.identity(), history -> 1, Integer::sum, TreeMap::new)));
    }

    /** Histories with how many customers have each. */
    public static OrderHistories counted(Map<OrderHistory, Integer> counts) {
        return new OrderHistories(new TreeMap<>(counts));
    }

    public int customers() {
        return Arrays.stream(customers).sum();
    }

    public int repeaters() {
        int sum = 0;
        for (int i = 0; i < histories.length; i++) {
            sum += histories[i].repeats() > 0 ? customers[i] : 0;
        }
        return sum;
    }

    /** Days with an order, over all customers. */
    public long orders() {
        long sum = 0;
        for (int i = 0; i < histories.length; i++) {
            sum += (long) customers[i] * (1 + histories[i].repeats());
        }
        return sum;
    }

    double meanAgeDays() {
        double sum = 0;
        for (int i = 0; i < histories.length; i++) {
            sum += customers[i] * histories[i].ageDays();
        }
        return sum / customers();
    }

    /** How many different histories there are. */
    int size() {
        return histories.length;
    }

    /** The histories, those with fewest repeats first. */
    OrderHistory history(int index) {
        return histories[index];
    }

    int customers(int index) {
        return customers[index];
    }

    /** About so many of the different histories, evenly spread: enough to find where a maximum roughly lies. */
    OrderHistories thinnedTo(int most) {
        if (histories.length <= most) {
            return this;
        }
        OrderHistory[] kept = new OrderHistory[most];
        int[] counts = new int[most];
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) i * histories.length / most);
            kept[i] = histories[from];
            counts[i] = customers[from];
        }
        return new OrderHistories(kept, counts);
    }
}
