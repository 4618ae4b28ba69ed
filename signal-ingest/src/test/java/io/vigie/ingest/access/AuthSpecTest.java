package io.vigie.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.DataFiles;
import io.vigie.ingest.source.SourceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company writes into {@code source.yaml} about who may post. */
class AuthSpecTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEADER")
    void aSchemeIsNamedByItsWord(Scheme scheme) throws JsonProcessingException {
        assertThat(spec("auth: {scheme: " + scheme.word() + "}").auth()).hasValue(AuthSpec.of(scheme));
    }

    @Test
    void whatSomeSchemesNeedBesidesIsRead() throws JsonProcessingException {
        assertThat(spec("auth: {scheme: header, header: X-Token}").auth())
                .hasValueSatisfying(auth -> assertThat(auth.header()).hasValue("X-Token"));
        assertThat(spec("auth: {scheme: hubspot, acceptV1: true, url: 'https://vigie.example/sources/hubspot'}")
                        .auth())
                .hasValueSatisfying(auth -> {
                    assertThat(auth.acceptV1()).isTrue();
                    assertThat(auth.url()).isPresent();
                });
    }

    @Test
    void limitsAreRead() throws JsonProcessingException {
        SourceSpec spec = spec("rateLimit: {perSecond: 50, burst: 200}\nmaxBodyBytes: 1000");

        assertThat(spec.rateLimit()).hasValue(new RateLimit(50, 200));
        assertThat(spec.largestBody()).isEqualTo(1_000);
        assertThat(spec("auth: {scheme: stripe}").largestBody()).isEqualTo(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth: {scheme: strype}",
                "auth: {}",
                "auth: {scheme: header}",
                "auth: {scheme: stripe, header: X-Token}",
                "auth: {scheme: stripe, acceptV1: true}",
                "auth: {scheme: stripe, secret: whsec_x}",
                "rateLimit: {perSecond: 0, burst: 1}",
                "maxBodyBytes: 2000000"
            })
    void aMistakeIsToldAtStart(String yaml) {
        assertThatThrownBy(() -> spec(yaml)).isInstanceOf(JsonProcessingException.class);
    }

    private static SourceSpec spec(String yaml) throws JsonProcessingException {
        return DataFiles.yaml().readValue("description: x\nformat: ndjson\n" + yaml + "\n", SourceSpec.class);
    }
}
