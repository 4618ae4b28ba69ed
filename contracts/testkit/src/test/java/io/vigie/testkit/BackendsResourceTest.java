package io.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class BackendsResourceTest {
    @Inject
    DataSource dataSource;

    private final Config config = ConfigProvider.getConfig();

    @Test
    void aQuarkusApplicationUsesTheServersThatTheWholeJvmShares() throws SQLException {
        assertThat(config.getValue("kafka.bootstrap.servers", String.class))
                .isEqualTo(TestBackends.kafka().bootstrapServers());
        assertThat(config.getValue("vigie.prefix", String.class)).matches("t[0-9a-f]{8}");
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo(config.getValue("quarkus.datasource.jdbc.url", String.class));
        }
    }
}
