package io.vigie.retention.store;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Segment;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.casework.Assessment;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RelationsTest {
    @Inject
    ContactCards cards;

    @Inject
    Relations relations;

    @Inject
    Ledger ledger;

    @Test
    void aSiteBelongsToItsCompanyAndThatToItsGroup() {
        belongs("r-site", "r-company");
        belongs("r-other", "r-company");
        belongs("r-company", "r-group");

        assertThat(relations.of("r-site"))
                .extracting(Relations.Relative::customer)
                .containsExactly("r-group", "r-company", "r-other");
        assertThat(relations.of("r-site")).extracting(Relations.Relative::above).containsExactly(true, true, false);
        assertThat(relations.of("r-group"))
                .extracting(Relations.Relative::above)
                .containsOnly(false)
                .hasSize(3);
    }

    @Test
    void aCaseAboutTheAccountManagerIsNotShownToThoseWhoVisitASister() {
        belongs("q-site", "q-company");
        belongs("q-sister", "q-company");
        ledger.take(List.of(new Arrival.Risk(
                new Arrival.Origin("risk", 3, 1, Optional.empty(), Optional.empty()),
                new Assessment(
                        "q-1",
                        Optional.empty(),
                        ARisk.of("q-sister")
                                .in(Segment.B2B)
                                .worth(6_000)
                                .atRisk()
                                .open("incident.with-account-manager", TUESDAY)
                                .assessed()))));

        assertThat(relations.of("q-site"))
                .filteredOn(relative -> relative.customer().equals("q-sister"))
                .singleElement()
                .satisfies(relative -> assertThat(relative.openCase()).isEmpty());
    }

    @Test
    void recordsThatNameEachOtherInACircleComeToAnEnd() {
        belongs("c-1", "c-2");
        belongs("c-2", "c-1");

        assertThat(relations.of("c-1")).extracting(Relations.Relative::customer).containsExactly("c-2");
    }

    @Test
    void whoHasNoRecordHasNoRelations() {
        assertThat(relations.of("nobody-known")).isEmpty();
    }

    private void belongs(String customer, String parent) {
        cards.keep(List.of(Broker.customer("""
                {"id": "%s", "time": "2026-03-01T00:00:00Z", "parent": "%s"}""".formatted(customer, parent))));
    }
}
