package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.barometer.Wave;
import io.vigie.retention.store.Waves;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The lost-customer barometer over HTTP: draw a wave, see who answered and why they left. */
@Path("/barometer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class BarometerResource {
    private static final int USUAL_SIZE = 200;

    private final Waves waves;
    private final RetentionSettings settings;
    private final Clock clock;
    private final SecurityIdentity identity;

    BarometerResource(Waves waves, RetentionSettings settings, Clock clock, SecurityIdentity identity) {
        this.waves = waves;
        this.settings = settings;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Waves, the latest first, each with its response rate; groups under five are told together")
    public List<WaveView> waves(@RestQuery @DefaultValue("20") int limit) {
        return waves.latest(Asked.limit(limit)).stream().map(WaveView::of).toList();
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One wave")
    public WaveView wave(@RestPath String name) {
        return waves.find(name).map(WaveView::of).orElseThrow(() -> Problems.unknown("wave", name));
    }

    @POST
    @Operation(summary = "Leads: draw a wave among those who left in its days; those drawn are asked at once")
    public RestResponse<WaveView> draw(@Nullable Asking asking) {
        String by = Who.leading(identity);
        if (asking == null || asking.name() == null || asking.from() == null || asking.to() == null) {
            throw Problems.wrong("Send {\"name\": …, \"from\": day, \"to\": day, \"size\": number} as JSON.");
        }
        Wave wave = wave(
                Asked.text(asking.name()).orElse(""),
                Asked.within("from", asking.from()),
                Asked.within("to", asking.to()),
                asking.size());
        if (!waves.draw(wave, settings.zone(), by, clock.instant())) {
            throw Problems.conflict(
                    "wave-drawn", "A wave of this name was drawn already; a wave is drawn once. Choose another name.");
        }
        return RestResponse.ResponseBuilder.<WaveView>created(URI.create("/barometer/" + wave.name()))
                .entity(wave(wave.name()))
                .build();
    }

    private static Wave wave(String name, LocalDate from, LocalDate to, @Nullable Integer size) {
        try {
            return new Wave(name, from, to, size == null ? USUAL_SIZE : size);
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        }
    }

    /** Whom to ask: who left from one day on and before another. */
    public record Asking(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer size) {}
}
