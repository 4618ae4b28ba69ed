package io.vigie.kpi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The parts that the whole service shares. */
@Singleton
class Setup implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        EventJson.configure(mapper);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SignalCatalogue catalogue(KpiConfig config) {
        return config.catalogue().map(SignalCatalogue::with).orElseGet(SignalCatalogue::shipped);
    }
}
