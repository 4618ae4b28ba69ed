package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AliasKeysTest {
    private final AliasKeys french = new AliasKeys("FR");

    @Test
    void anEMailIsWrittenInLowerCase() {
        assertThat(french.alias("Email", " Jo@Example.ORG ")).isEqualTo("email:jo@example.org");
    }

    @Test
    void aTelephoneNumberIsOneHoweverItIsWritten() {
        assertThat(french.alias("phone", "01 99 00 12 34"))
                .isEqualTo(french.alias("phone", "+33 (0)1 99.00.12.34"))
                .isEqualTo("phone:+33199001234");
        assertThat(french.alias("phone", "ask the desk")).isEqualTo("phone:ask the desk");
    }

    @Test
    void anyOtherKeyStandsAsItIs() {
        assertThat(french.alias("stripe", "cus_Ab")).isEqualTo("stripe:cus_Ab");
    }

    @Test
    void aSystemIsAWordAndAKeyIsNotBlank() {
        assertThat(AliasKeys.fault("my system", "x")).isPresent();
        assertThat(AliasKeys.fault("s".repeat(65), "x")).isPresent();
        assertThat(AliasKeys.fault("stripe", " ")).isPresent();
        assertThat(AliasKeys.fault("stripe", "x".repeat(513))).isPresent();
        assertThat(AliasKeys.fault("stripe", "cus_1")).isEmpty();
    }
}
