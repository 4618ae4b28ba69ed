package io.vigie.ingest.stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the broker answers, for without it nothing can be promised. */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private static final long PATIENCE_SECONDS = 3;

    private final Admin admin;

    BrokerHealth(Broker broker) {
        this.admin = Admin.create(broker.settings());
    }

    @Override
    public HealthCheckResponse call() {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            return HealthCheckResponse.named("broker")
                    .up()
                    .withData("nodes", nodes)
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheckResponse.down("broker");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("broker");
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
