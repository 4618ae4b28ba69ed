package io.vigie.scorer.model;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.known;
import static io.vigie.scorer.Timelines.knownByRevenue;
import static io.vigie.scorer.Timelines.objecting;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.underContract;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.Segment;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.silence.OrderHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book =
            new OrderBook(CATALOGUE, Cohorts.BY_SEGMENT, ZoneId.of("Europe/Paris"), day(100), 90);

    @Test
    void daysWithAnOrderCountOnceWhateverTheirOrderAndHoweverOftenTheyAreTold() {
        List<Entry> told = Arrays.asList(
                on(10, "order.placed"), on(10.1, "order.placed"), on(40, "order.placed"), on(40, "order.placed"));
        Collections.reverse(told);

        histories(told);

        assertThat(book.histories().get("all")).containsExactly(Map.entry(new OrderHistory(1, 30, 90), 1));
        assertThat(book.firstDay()).isEqualTo(day(10).minusSeconds(10 * 3600));
    }

    @Test
    void whatHappenedLaterIsLeftOut() {
        histories(List.of(on(10, "order.placed"), on(101, "order.placed")));

        assertThat(book.histories().get("all")).containsOnlyKeys(new OrderHistory(0, 0, 90));
    }

    @Test
    void aCustomerBelongsToTheirSegmentAsGivenOrAsTheirRevenueSays() {
        histories(List.of(on(10, "order.placed"), known(20, Segment.B2B, 1)));
        histories(List.of(
                knownByRevenue(1, 0.3, 500_000),
                on(10, "order.placed", "{\"amount\":600000}"),
                on(11, "order.returned", "{\"amount\":200000}")));

        assertThat(book.histories()).containsOnlyKeys("all", "segment=b2b", "segment=b2c");
        assertThat(book.histories().get("all")).containsOnly(Map.entry(new OrderHistory(0, 0, 90), 2));
    }

    @Test
    void nobodyUnderContractOrErasedIsLearnedFrom() {
        histories(List.of(on(10, "order.placed"), underContract(20, Renewal.TACIT, 300)));
        histories(List.of(on(10, "order.placed"), on(20, "contract.started")));
        book.take(on(10, "order.placed"));
        book.erase(CUSTOMER);
        book.close();

        assertThat(book.histories()).isEmpty();
    }

    @Test
    void whoObjectsIsNotLearnedFromEvenWhereTheyDidSoLater() {
        histories(List.of(on(10, "order.placed"), objecting(500)));
        histories(List.of(objecting(500), on(10, "order.placed")));

        assertThat(book.histories()).isEmpty();
    }

    @Test
    void anOrderOfAMillionYearsAgoMakesNobodyOld() {
        histories(List.of(
                Timelines.signal("crm", "absurd", "order.placed", Instant.parse("-1000000-01-01T00:00:00Z"), "{}"),
                on(10, "order.placed")));

        assertThat(book.histories().get("all")).containsOnlyKeys(new OrderHistory(0, 0, 90));
    }

    @Test
    void onlyWhatBearsOnOrdersNeedsToBeRead() {
        assertThat(book.concerns("order.placed")).isTrue();
        assertThat(book.concerns("contract.started")).isTrue();
        assertThat(book.concerns("complaint.filed")).isFalse();
        assertThat(book.concerns("vigie.tick")).isFalse();
    }

    private void histories(List<Entry> ofOneCustomer) {
        ofOneCustomer.forEach(book::take);
        book.close();
    }
}
