package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyringTest {
    private static final long MIB = 1 << 20;

    @Test
    void ciphersNeverCrowdTheHeapHoweverManyCustomersAnImportNames() {
        assertThat(Keyring.atHand(256 * MIB)).isBetween(20_000L, 30_000L);
        assertThat(Keyring.atHand(2048 * MIB)).isGreaterThan(200_000);
    }
}
