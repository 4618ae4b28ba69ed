package io.vigie.scorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.RevenueRule;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Timelines of one customer, written in the domain's words or drawn at random. */
public final class Timelines {
    public static final String CUSTOMER = "c-1";
    public static final Instant NEW_YEAR = Instant.parse("2025-01-01T09:00:00Z");
    public static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();
    public static final Scorecard SCORECARD = Scorecard.shipped();
    public static final LifeRules RULES = SCORECARD.lifeRules(ZoneId.of("Europe/Paris"));

    private static final List<String> ANY = List.of(
            "complaint.filed {\"complaint\":\"k1\",\"cause\":\"price\"}",
            "complaint.filed {}",
            "complaint.resolved {\"complaint\":\"k1\",\"remedy\":\"apology\"}",
            "complaint.resolved {}",
            "support.called {}",
            "support.ticket-opened {\"ticket\":\"t1\",\"priority\":\"urgent\"}",
            "support.ticket-resolved {\"ticket\":\"t1\"}",
            "order.placed {\"amount\":12000,\"currency\":\"EUR\"}",
            "order.placed {\"amount\":900000,\"currency\":\"EUR\"}",
            "order.returned {\"amount\":6000,\"share\":0.5}",
            "order.not-renewed {}",
            "payment.failed {\"invoice\":\"i1\"}",
            "payment.recovered {\"invoice\":\"i1\"}",
            "survey.answered {\"scale\":\"nps\",\"score\":3}",
            "survey.answered {\"scale\":\"nps\",\"score\":10}",
            "departure.threatened {}",
            "termination.notified {\"contract\":\"a\",\"effective\":\"2026-02-01T00:00:00Z\"}",
            "termination.withdrawn {\"contract\":\"a\"}",
            "contract.started {\"contract\":\"a\",\"renewal\":\"explicit\",\"end\":\"2025-11-01T00:00:00Z\"}",
            "contract.started {\"contract\":\"b\",\"renewal\":\"tacit\",\"end\":\"2026-01-01T00:00:00Z\","
                    + "\"noticeOpens\":\"2025-09-01T00:00:00Z\",\"noticeCloses\":\"2025-12-01T00:00:00Z\"}",
            "contract.renewed {\"contract\":\"a\",\"end\":\"2026-11-01T00:00:00Z\"}",
            "contract.cancelled {\"contract\":\"b\",\"cause\":\"price\"}",
            "account.closed {}",
            "customer.returned {}",
            "visit.reported {\"mood\":\"dissatisfied\"}",
            "customer.moved {\"servable\":false}",
            "incident.with-account-manager {}");

    private Timelines() {}

    /** The catalogue that ships but for one thing said of a type, in a file of the company's own. */
    public static SignalCatalogue catalogueWhere(Path folder, String type, String of, String becomes) {
        return SignalCatalogue.with(
                changed(folder, "/catalogue/" + type + ".yaml", of, becomes).getParent());
    }

    /** A file that ships, copied and changed at one place. */
    public static Path changed(Path folder, String file, String of, String becomes) {
        try (InputStream shipped = Objects.requireNonNull(Timelines.class.getResourceAsStream(file), file)) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Path copy = folder.resolve(Path.of(file).getFileName().toString());
            return Files.writeString(copy, text.replace(of, becomes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Watch watch() {
        return new Watch(CATALOGUE, SCORECARD, RULES, WatchSettings.DEFAULTS);
    }

    public static Instant day(double days) {
        return NEW_YEAR.plus(Duration.ofMillis(Math.round(days * 86_400_000)));
    }

    public static Entry on(double day, String type) {
        return on(day, type, "{}");
    }

    public static Entry on(double day, String type, String attributes) {
        return signal("crm", type + "@" + day, type, day(day), attributes);
    }

    public static Entry signal(String source, String id, String type, Instant time, String attributes) {
        return new Entry.Happened(new Signal(source, id, type, CUSTOMER, time, json(attributes), Optional.empty()));
    }

    public static JsonNode json(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A master record without a contract. */
    public static Entry known(double day, Segment segment, long yearlyMargin) {
        return known(
                day,
                Optional.of(segment),
                Optional.of(yearlyMargin),
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of());
    }

    /** A master record of a consumer who objects to profiling. */
    public static Entry objecting(double day) {
        return known(
                day, Optional.of(Segment.B2C), Optional.of(9L), Optional.empty(), Optional.empty(), true, Map.of());
    }

    /** A master record with a contract that ends. */
    public static Entry underContract(double day, Renewal renewal, double endsOn) {
        return underContract(
                day,
                new Contract("a", renewal, day(day), Optional.of(day(endsOn)), Optional.empty(), Optional.empty()));
    }

    /** A master record with a contract. */
    public static Entry underContract(double day, Contract contract) {
        return known(
                day,
                Optional.of(Segment.B2B),
                Optional.of(500_000L),
                Optional.of(contract),
                Optional.empty(),
                false,
                Map.of());
    }

    /** A master record that leaves value and segment to revenue. */
    public static Entry knownByRevenue(double day, double marginShare, long b2bFrom) {
        return known(
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RevenueRule(marginShare, Optional.of(b2bFrom))),
                false,
                Map.of());
    }

    /** A master record of a consumer with attributes of the company's own. */
    public static Entry known(Map<String, String> attributes) {
        return known(
                0, Optional.of(Segment.B2C), Optional.of(9L), Optional.empty(), Optional.empty(), false, attributes);
    }

    private static Entry known(
            double day,
            Optional<Segment> segment,
            Optional<Long> margin,
            Optional<Contract> contract,
            Optional<RevenueRule> rule,
            boolean objection,
            Map<String, String> attributes) {
        Customer record = new Customer(
                CUSTOMER,
                day(day),
                Optional.empty(),
                segment,
                margin,
                "EUR",
                Potential.LOW,
                false,
                Optional.of("am-1"),
                Optional.of("FR"),
                Optional.empty(),
                ContactDetails.NONE,
                Set.of(Channel.EMAIL, Channel.PHONE),
                List.of(),
                contract,
                objection,
                rule,
                attributes,
                Map.of(),
                Optional.empty(),
                List.of());
        return new Entry.Known(record, "crm", "record@" + day, Optional.empty());
    }

    /** Up to 25 entries of all kinds over two years, in order, no two with one identity. */
    public static Arbitrary<List<Entry>> any() {
        Arbitrary<Entry> signal = Combinators.combine(
                        Arbitraries.of(ANY), Arbitraries.integers().between(0, 730 * 24))
                .as((line, hour) -> {
                    int space = line.indexOf(' ');
                    return on(hour / 24.0, line.substring(0, space), line.substring(space + 1));
                });
        Arbitrary<Entry> record = Arbitraries.integers()
                .between(0, 730)
                .map(day -> day % 3 == 0
                        ? known(day, Segment.B2B, 100_000)
                        : day % 3 == 1
                                ? underContract(day, Renewal.EXPLICIT, day + 200)
                                : knownByRevenue(day, 0.3, 500_000));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, signal), net.jqwik.api.Tuple.of(1, record))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .uniqueElements(Entry::position)
                .map(entries -> {
                    List<Entry> inOrder = new ArrayList<>(entries);
                    inOrder.sort(Entry.IN_ORDER);
                    return inOrder;
                });
    }
}
