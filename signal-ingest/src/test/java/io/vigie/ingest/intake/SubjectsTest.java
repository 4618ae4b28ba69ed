package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private final Subjects subjects = new Subjects(new Identities() {
        @Override
        public Set<String> awaited() {
            return Set.of("stripe");
        }

        @Override
        public Optional<String> customerOf(List<String> aliases) {
            return Optional.of("C-7").filter(_ -> aliases.contains("stripe:cus_7"));
        }
    });

    @Test
    void aKnownKeyIsItsCustomerAndAnUnknownOneIsWaitedFor() {
        assertThat(customer("stripe:cus_7")).isEqualTo("C-7");
        assertThat(refusal("stripe:cus_8").waitsFor()).containsExactly("stripe:cus_8");
    }

    @Test
    void whatCanBeNobodysKeyIsNotWaitedFor() {
        Refusal why = refusal("stripe:" + "x".repeat(4_000));

        assertThat(why.waits()).isFalse();
        assertThat(why.reason()).isEqualTo("malformed-event");
        assertThat(refusal("stripe:\ud800").waits()).isFalse();
    }

    @Test
    void whatIsNoKeyOfASystemThatIsWaitedForStandsAsItIs() {
        assertThat(customer("urn:crm:9")).isEqualTo("urn:crm:9");
        assertThat(customer("shop 1:" + "x".repeat(600))).startsWith("shop 1:");
    }

    private String customer(String subject) {
        return ((Decision.Accepted<Candidate>) subjects.resolved(of(subject)))
                .value()
                .customer()
                .orElseThrow();
    }

    private Refusal refusal(String subject) {
        return ((Decision.Declined<Candidate>) subjects.resolved(of(subject))).why();
    }

    private static Candidate of(String subject) {
        return new Candidate(
                Optional.of("1"),
                Optional.of("/crm"),
                Optional.of("complaint.filed"),
                Optional.of(subject),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode());
    }
}
