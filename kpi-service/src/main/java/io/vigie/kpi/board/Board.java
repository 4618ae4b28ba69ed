package io.vigie.kpi.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.kpi.KpiConfig;
import io.vigie.kpi.measure.Period;
import io.vigie.kpi.measure.WrongPeriod;
import io.vigie.kpi.store.Horizon;
import io.vigie.kpi.store.Measures;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The KPI overview; its period is asked in whole days, both in it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Board {
    private static final List<Integer> USUAL_DAYS = List.of(30, 90, 365);

    private final Measures measures;
    private final Horizon horizon;
    private final KpiConfig config;

    @Inject
    Board(Measures measures, Horizon horizon, KpiConfig config) {
        this.measures = measures;
        this.horizon = horizon;
        this.config = config;
    }

    @GET
    @Operation(hidden = true)
    public Response root() {
        return Response.seeOther(URI.create("/board")).build();
    }

    @GET
    @Path("board")
    @Blocking
    @Operation(hidden = true)
    public TemplateInstance overview(@RestQuery Optional<String> first, @RestQuery Optional<String> last) {
        try {
            return Templates.overview(overview(asked(first, last)), false);
        } catch (WrongPeriod | DateTimeException _) {
            return Templates.overview(overview(asked(Optional.empty(), Optional.empty())), true);
        }
    }

    private Period asked(Optional<String> first, Optional<String> last) {
        Optional<String> to =
                written(last).map(LocalDate::parse).map(day -> day.plusDays(1).toString());
        return horizon.period(
                written(first), to.or(() -> Optional.of(today().plusDays(1).toString())));
    }

    private Overview overview(Period period) {
        LocalDate first = LocalDate.ofInstant(period.from(), config.zone());
        LocalDate last = LocalDate.ofInstant(period.to().minusNanos(1), config.zone());
        LocalDate today = today();
        List<Overview.Preset> presets = USUAL_DAYS.stream()
                .map(days -> preset(days, today, first, last))
                .toList();
        return new Overview(measures.of(period), first, last, presets);
    }

    private static Overview.Preset preset(int days, LocalDate today, LocalDate first, LocalDate last) {
        LocalDate start = today.minusDays(days - 1L);
        return new Overview.Preset(days, start, today, start.equals(first) && today.equals(last));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(horizon.now().minusNanos(1), config.zone());
    }

    /** A form sends an empty field for one left out. */
    private static Optional<String> written(Optional<String> field) {
        return field.filter(word -> !word.isBlank());
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(Overview overview, boolean wrongPeriod);
    }
}
