package io.vigie.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceOrganizationTest {
    private static final String OURS = "00D000000000001EAA";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";

    @Test
    void itIsFoundWhereSalesforcePutsIt() {
        assertThat(found(message("<OrganizationId>" + OURS + "</OrganizationId>")))
                .hasValue(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <OrganizationId>00D000000000001EAA</OrganizationId> -->",
                "<![CDATA[<OrganizationId>00D000000000001EAA</OrganizationId>]]>",
                "<OrganizationId>00D000<!-- -->000000001EAA</OrganizationId>",
                "<OrganizationId><x>00D000000000001EAA</x></OrganizationId>",
                "<Notification><OrganizationId>00D000000000001EAA</OrganizationId></Notification>",
                "<OrganizationId xmlns=\"urn:other\">00D000000000001EAA</OrganizationId>",
                "<OrganizationId>00D000000000001EAA</OrganizationId><OrganizationId>00D2</OrganizationId>",
                "<OrganizationId>00D000000000001EAA</OrganizationId></notifications></soapenv:Body></soapenv:Envelope><x>",
                "<OrganizationId>&ours;</OrganizationId>"
            })
    void nothingElseIsTakenForIt(String inside) {
        assertThat(found(message(inside))).isNotEqualTo(Optional.of(OURS));
    }

    @Test
    void nothingIsDeclaredInAMessage() {
        String declared = "<!DOCTYPE x [<!ENTITY ours \"" + OURS + "\"><!ENTITY far SYSTEM \"file:///etc/hostname\">]>";

        assertThat(found(declared + message("<OrganizationId>&ours;</OrganizationId>")))
                .isEmpty();
        assertThat(found(declared + message("<OrganizationId>" + OURS + "</OrganizationId>")))
                .isEmpty();
        assertThat(found(declared + message("<OrganizationId>&far;</OrganizationId>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<a/>", "<a>", "00D000000000001EAA"})
    void whatIsNoMessageIsFromNobody(String body) {
        assertThat(found(body)).isEmpty();
    }

    @Test
    void howDeepABodyNestsCostsNoMoreThanItsLength() {
        String deep = "<a>".repeat(300_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(found(deep)).isEmpty());
    }

    private static Optional<String> found(String body) {
        return SalesforceOrganization.of(body.getBytes(UTF_8));
    }

    private static String message(String inside) {
        return "<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\"><soapenv:Body><notifications xmlns=\"" + OUTBOUND
                + "\">" + inside + "</notifications></soapenv:Body></soapenv:Envelope>";
    }
}
