package io.vigie.scorer.stream;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Who is most likely to leave of the customers of this instance. */
@ApplicationScoped
public class Ranking {
    /** Highest probability first, then by customer. */
    public static final Comparator<RiskAssessed> BY_PROBABILITY =
            Comparator.comparingDouble(RiskAssessed::probability).reversed().thenComparing(RiskAssessed::customer);

    private final Questions questions;
    private final Stores stores;
    private final Watch watch;
    private final Clock clock;

    Ranking(Questions questions, Stores stores, Watch watch, Clock clock) {
        this.questions = questions;
        this.stores = stores;
        this.watch = watch;
        this.clock = clock;
    }

    /** Of the customers kept here that may be told of, those most likely to leave as last told, highest first. */
    public List<RiskAssessed> of(int limit, Predicate<Profile> tellable) {
        int looked = limit;
        while (true) {
            List<Bytes> highest = highest(looked);
            List<RiskAssessed> risks = highest.stream()
                    .flatMap(rank -> rankedRisk(Keys.customerOfRank(rank), tellable).stream())
                    .limit(limit)
                    .sorted(BY_PROBABILITY)
                    .toList();
            if (risks.size() == limit || highest.size() < looked) {
                return risks;
            }
            looked *= 2;
        }
    }

    /** Each partition keeps its own in order, so that a few of each are enough. */
    private List<Bytes> highest(int many) {
        return stores.each(StoreNames.RANKING, (ReadOnlyKeyValueStore<Bytes, byte[]> one) -> ranks(one, many)).stream()
                .flatMap(List::stream)
                .sorted()
                .limit(many)
                .toList();
    }

    /** Who objects, or is erased, between the ranking and this look is on it no more. */
    private Optional<RiskAssessed> rankedRisk(String customer, Predicate<Profile> tellable) {
        return questions
                .standing(customer)
                .filter(standing -> !standing.profile().objects() && tellable.test(standing.profile()))
                .map(standing -> watch.assess(standing, customer, questions.now(), clock.instant()));
    }

    private static List<Bytes> ranks(ReadOnlyKeyValueStore<Bytes, byte[]> ranking, int many) {
        List<Bytes> ranks = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> highest = ranking.all()) {
            while (highest.hasNext() && ranks.size() < many) {
                ranks.add(highest.next().key);
            }
        }
        return ranks;
    }
}
