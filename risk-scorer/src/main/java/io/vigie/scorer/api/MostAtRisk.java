package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.stream.Ranking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The customers most likely to leave, highest probability first. */
@ApplicationScoped
public class MostAtRisk {
    private static final int MOST = 1_000;
    private static final TypeReference<List<RiskAssessed>> RISKS = new TypeReference<>() {};

    private final Ranking ranking;
    private final WhereKept where;
    private final Discretion discretion;

    MostAtRisk(Ranking ranking, WhereKept where, Discretion discretion) {
        this.ranking = ranking;
        this.where = where;
        this.discretion = discretion;
    }

    /** How many are asked for. */
    public static int limit(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Problems.of(
                    Response.Status.BAD_REQUEST,
                    "wrong-limit",
                    "Wrong limit",
                    "limit must be 1 to " + MOST + ", is \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** Those kept here of which whoever asks may be told. */
    public List<RiskAssessed> here(int limit) {
        return ranking.of(limit, discretion.tellable());
    }

    /** Those kept anywhere; other instances are asked at an address that answers with {@link #here}. */
    public List<RiskAssessed> everywhere(String path, int limit) {
        return where.everywhere(path + "?limit=" + limit, RISKS, () -> here(limit)).stream()
                .flatMap(List::stream)
                .sorted(Ranking.BY_PROBABILITY)
                .limit(limit)
                .toList();
    }
}
