package io.vigie.scorer.stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready where the champion cannot be made, for this instance would tell otherwise than the others. */
@Readiness
@ApplicationScoped
class ChampionHealth implements HealthCheck {
    private final ModelsInUse models;

    ChampionHealth(ModelsInUse models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        return models.missing()
                .map(why -> HealthCheckResponse.named("champion")
                        .down()
                        .withData("cannot be made here", why)
                        .build())
                .orElseGet(() -> HealthCheckResponse.named("champion")
                        .up()
                        .withData("model", models.champion().id())
                        .build());
    }
}
