package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.barometer.Wave;
import io.vigie.retention.barometer.WaveReport;
import io.vigie.retention.store.Waves;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The lost-customer barometer as a page: draw a wave, see its response rate and why those who answered left. */
@Path("/desk/barometer")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class BarometerPages {
    private static final int MOST = 20;

    private final Waves waves;
    private final RetentionSettings settings;
    private final Clock clock;
    private final SecurityIdentity identity;

    BarometerPages(Waves waves, RetentionSettings settings, Clock clock, SecurityIdentity identity) {
        this.waves = waves;
        this.settings = settings;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance waves() {
        return page(Optional.empty());
    }

    @POST
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public TemplateInstance draw(
            @FormParam("name") String name,
            @FormParam("from") LocalDate from,
            @FormParam("to") LocalDate to,
            @FormParam("size") int size) {
        try {
            Wave wave = new Wave(name, from, to.plusDays(1), size);
            boolean drawn =
                    waves.draw(wave, settings.zone(), identity.getPrincipal().getName(), clock.instant());
            return page(drawn ? Optional.empty() : Optional.of(name));
        } catch (IllegalArgumentException e) {
            return page(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private TemplateInstance page(Optional<String> wrong) {
        boolean links = settings.links().questions().isPresent();
        return Templates.barometer(waves.latest(MOST), links, wrong);
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance barometer(List<WaveReport> waves, boolean links, Optional<String> wrong);
    }
}
