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
import java.util.HexFormat;
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

    /** What a complaint and an incident with the account manager came to, as the form before this one had it. */
    private static final String FIRST_PROFILE =
            "0180b4c9ec8aca01010363726d1d696e636964656e742e776974682d6163636f756e742d6d616e6167657200020f636f6d70"
                    + "6c61696e742e66696c65643ff000000000000080d4e3c789ca0140568000000000001d696e636964656e742e776974682d61"
                    + "63636f756e742d6d616e616765723ff000000000000080b4c9ec8aca01405e00000000000000020f636f6d706c61696e742e"
                    + "66696c656407736572766963651d696e636964656e742e776974682d6163636f756e742d6d616e616765720c72656c617469"
                    + "6f6e73686970000000020f636f6d706c61696e742e66696c656401014b3ff000000000000080d4e3c789ca0180d4eea6f1cb"
                    + "01001d696e636964656e742e776974682d6163636f756e742d6d616e61676572003ff000000000000080b4c9ec8aca0180b4"
                    + "fbaba5cb01000001020661637469766580d4e3c789ca010000000000";

    private static final String FIRST_STANDING = "01" + FIRST_PROFILE
            + "0180b4c9ec8aca0106757267656e740180b4c9ec8aca013fe1553d9a72838606757267656e744b31204143544956457c636f"
            + "6d706c61696e742e66696c6564c397312c696e636964656e742e776974682d6163636f756e742d6d616e61676572c397317c"
            + "7c6232637c7c7c756e6b6e6f776e01040180f4b5bcb1ca01";
    private static final String FIRST_EARLIER = "0503632d31" + FIRST_PROFILE;

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
    void whatTheFormBeforeHeldIsStillRead() {
        Standing standing = StandingForm.read(HexFormat.of().parseHex(FIRST_STANDING));
        Entry earlier = EntryForm.read(HexFormat.of().parseHex(FIRST_EARLIER));

        assertThat(StandingForm.is(HexFormat.of().parseHex(FIRST_STANDING))).isTrue();
        assertThat(earlier).isEqualTo(new Entry.Earlier(CUSTOMER, standing.profile()));
        assertThat(standing.profile().incident()).isTrue();
        assertThat(standing.profile().matters()).first().satisfies(matter -> assertThat(matter.counted())
                .isEqualTo(1));
        assertThat(StandingForm.read(StandingForm.write(standing))).isEqualTo(standing);
    }

    @Test
    void whatOneOfNothingCameToTakesFewBytes() {
        assertThat(StandingForm.write(Standing.NEW)).hasSizeLessThan(32);
    }
}
