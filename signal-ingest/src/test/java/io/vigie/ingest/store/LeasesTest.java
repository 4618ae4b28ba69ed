package io.vigie.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
class LeasesTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Inject
    DataSource database;

    @Test
    void oneAtATimeHoldsALeaseUntilItEndsOrIsGivenBack() {
        Leases one = new Leases(database);
        Leases other = new Leases(database);

        assertThat(one.take("a folder", LONG)).isTrue();
        assertThat(other.take("a folder", LONG)).isFalse();
        assertThat(one.take("a folder", Duration.ZERO)).isTrue();
        assertThat(other.take("a folder", LONG)).isTrue();
        assertThat(one.take("a folder", LONG)).isFalse();
        other.giveBack("a folder");
        assertThat(one.take("a folder", LONG)).isTrue();
    }
}
