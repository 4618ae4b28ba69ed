package io.vigie.scorer.lookout;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.underContract;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Hindsight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppositionTest {
    private final Wording words = new Wording(CATALOGUE, "en", RULES.zone());

    @Test
    void thatTheContractEndsIsSupposedOfTheOneThereIs() {
        List<Entry> timeline = List.of(underContract(0, Renewal.TACIT, 365));
        RiskAssessed now = watch().assessAsOf(timeline, CUSTOMER, day(10)).orElseThrow();

        Signal ended = supposed("contract.cancelled", now.decisionInput().contract());

        assertThat(new Hindsight(watch())
                        .whatIf(timeline, List.of(new Entry.Happened(ended)), CUSTOMER, day(10))
                        .orElseThrow()
                        .after()
                        .life()
                        .state())
                .isEqualTo(LifeState.LOST);
    }

    @Test
    void whereNoneIsKnownItIsTheOneThatSignalsWithoutANameMean() {
        assertThat(supposed("contract.cancelled", Optional.empty())
                        .attributes()
                        .path("contract")
                        .asText())
                .isEqualTo("contract");
    }

    @Test
    void allThatMayBeSupposedIsAsTheCatalogueWantsIt() {
        assertThat(Supposition.all(CATALOGUE, words, Optional.empty()))
                .allSatisfy(kind -> assertThat(CATALOGUE.faults(kind.at(day(0), CUSTOMER, 0)))
                        .isEmpty());
    }

    private Signal supposed(String counter, Optional<Contract> contract) {
        return Supposition.all(CATALOGUE, words, contract).stream()
                .filter(kind -> kind.counter().equals(counter))
                .findFirst()
                .orElseThrow()
                .at(day(10), CUSTOMER, 0);
    }
}
