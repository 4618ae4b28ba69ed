package io.vigie.scorer.kept;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final Customer IN_FULL = new Customer(
            CUSTOMER,
            day(1),
            Optional.of("Lefèvre & fils"),
            Optional.of(Segment.B2B),
            Optional.of(-5_000_000L),
            "CHF",
            Potential.HIGH,
            true,
            Optional.of("anne"),
            Optional.of("CH"),
            Optional.of("fr"),
            new ContactDetails(Optional.of("a@example.org"), Optional.of("+41 22"), Optional.of("1 rue\nGenève")),
            Set.of(Channel.LETTER, Channel.PHONE),
            List.of(new Consent(Channel.EMAIL, Purpose.RETENTION, true, day(0), Optional.of("form 7"))),
            Optional.of(new Contract(
                    "K-1", Renewal.TACIT, day(0), Optional.of(day(400)), Optional.of(day(300)), Optional.of(day(340)))),
            false,
            Optional.of(new RevenueRule(0.35, Optional.of(900_000L))),
            Map.of("plan", "pro", "seats", "12"),
            Map.of("shop", List.of("a", "b")),
            Optional.of("C-GROUP"),
            List.of(new Person(Optional.of("Anne"), "buyer", Optional.empty(), Optional.of("+41"))));

    private final List<Entry> timeline = List.of(
            on(0, "order.placed", "{\"order\":\"A\",\"amount\":12950,\"currency\":\"EUR\"}"),
            new Entry.Known(IN_FULL, "/crm", "r-1", Optional.of(day(1))),
            on(2.0000001, "complaint.filed", "{\"complaint\":\"K\",\"cause\":\"price\"}"),
            on(3, "contact.made", "{\"channel\":\"email\",\"outcome\":\"refused\"}"),
            on(4, "customer.moved", "{\"outOfReach\":true}"),
            on(5, "contract.cancelled", "{\"contract\":\"K-1\"}"),
            on(6, "customer.returned", "{}"));

    @Test
    void everyEntryComesBackAsItWas() {
        assertThat(timeline).allSatisfy(entry -> assertThat(EntryForm.read(EntryForm.write(entry)))
                .isEqualTo(entry));
    }

    @Test
    void whatTheEntriesCameToComesBackAtEveryStep() {
        Standing standing = Standing.NEW;
        for (Entry entry : timeline) {
            standing = watch().take(standing, entry, List::of, day(9)).standing();
            Entry.Earlier earlier = new Entry.Earlier(CUSTOMER, standing.profile());

            assertThat(StandingForm.read(StandingForm.write(standing))).isEqualTo(standing);
            assertThat(EntryForm.read(EntryForm.write(earlier))).isEqualTo(earlier);
        }
    }

    @Test
    void whatOneOfNothingCameToTakesFewBytes() {
        assertThat(StandingForm.write(Standing.NEW)).hasSizeLessThan(32);
    }
}
