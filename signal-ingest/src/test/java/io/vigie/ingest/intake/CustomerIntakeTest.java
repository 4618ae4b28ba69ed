package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerIntakeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "segment":"wholesale"                              | segment: "wholesale" is none of b2b, b2c
            "yearlyMargin":"much"                              | yearlyMargin: "much" is no long
            "consents":[{"channel":"fax"}]                     | consents[0].channel: "fax" is none of email, sms, letter, phone, visit
            "consents":[{"channel":"email","given":true}]      | each needs channel, purpose, given and at
            "consents":[null]                                  | a list holds null
            "consents":"all"                                   | consents: has the wrong JSON type
            "contract":{"id":"k"}                              | contract: give at least id and start
            "revenueRule":{"marginShare":3}                    | marginShare must be 0 to 1
            "country":"France"                                 | country: give an ISO 3166
            "currency":"euro"                                  | currency: give an ISO 4217
            "contract":{"id":"k","start":"2025-01-01T00:00:00Z","end":"9999-12-31T00:00:00Z"} | contract.end: 9999-12-31T00:00:00Z is not between 1900 and 2200: leave contract.end out
            "contract":{"id":"k","start":"2025-01-01T00:00:00Z","end":1771234567000}          | contract.end: has the wrong JSON type: an instant is wanted, as text
            "contract":{"id":"k","start":"+57970-01-01T00:00:00Z"}                            | contract.start: +57970
            "contract":{"id":"k","start":"+999999999-01-01T00:00:00Z"}                        | contract.start: +999999999
            "contract":{"id":"k","start":"0001-01-01T00:00:00Z"}                              | contract.start: 0001-01-01
            "contract":{"id":"k","start":"2025-01-01T00:00:00Z","noticeOpens":"1899-12-31T23:59:59Z","noticeCloses":"2026-01-01T00:00:00Z"} | contract.noticeOpens: 1899
            "contract":{"id":"k","start":"2025-01-01T00:00:00Z","noticeOpens":"2026-01-01T00:00:00Z","noticeCloses":"2200-01-01T00:00:00Z"} | contract.noticeCloses: 2200
            "contract":{"id":"k","start":"1771234567"}                                        | contract.start: "1771234567" is no instant
            "consents":[{"channel":"email","purpose":"retention","given":true,"at":"+57970-01-01T00:00:00Z"}] | consents.at: time +57970
            "consents":[{"channel":"email","purpose":"retention","given":true,"at":1771234567}] | consents[0].at: has the wrong JSON type
            "consents":[{"channel":"email","purpose":"retention","given":true,"at":"2026-03-01T12:06:00Z"}] | consents.at: time 2026-03-01T12:06:00Z is more than 5 minutes after now
            "aliases":{"stripe":[null]}                        | aliases.stripe: a key is null or blank: leave it out
            "aliases":{"stripe":["cus_1"," "]}                 | aliases.stripe: a key is null or blank
            "aliases":{"stripe":null}                          | a list holds null
            "contacts":[null]                                  | a list holds null
            "parent":"c1"                                      | parent: nobody belongs to themselves
            "name":"a\\u0000b"                                 | U+0000
            """)
    void aWrongFieldIsNamedWithWhatItShouldHold(String field, String told) throws JsonProcessingException {
        String json = "{\"id\":\"c1\",\"time\":\"2026-01-01T00:00:00Z\"," + field.replace("\\\\", "\\") + "}";

        assertThat(CustomerIntake.decide(EventJson.mapper().readTree(json), NOW))
                .isInstanceOfSatisfying(Decision.Declined.class, declined -> assertThat(
                                declined.why().detail())
                        .contains(told)
                        .doesNotContain("io.vigie"));
    }

    @Test
    void moreKeysAndPeopleThanOneEventCarriesAreRefused() throws JsonProcessingException {
        String keys = "\"k\",".repeat(1_001).replaceAll(",$", "");
        String people = "{\"role\":\"buyer\"},".repeat(1_001).replaceAll(",$", "");

        for (String field : List.of("\"aliases\":{\"stripe\":[" + keys + "]}", "\"contacts\":[" + people + "]")) {
            String json = "{\"id\":\"c1\",\"time\":\"2026-01-01T00:00:00Z\"," + field + "}";
            assertThat(CustomerIntake.decide(EventJson.mapper().readTree(json), NOW))
                    .isInstanceOfSatisfying(Decision.Declined.class, declined -> assertThat(
                                    declined.why().detail())
                            .contains("there are 1001, and at most 1000 are taken"));
        }
    }

    @Test
    void datesThatAreToComeAreTaken() throws JsonProcessingException {
        String json = """
                {"id":"c1","time":"2026-01-01T01:00:00+01:00","contract":{"id":"k","start":"1900-01-01T00:00:00Z",
                 "end":"2199-12-31T23:59:59Z","noticeOpens":"","noticeCloses":null}}""";

        assertThat(CustomerIntake.decide(EventJson.mapper().readTree(json), NOW))
                .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":\"c1\"}', time-missing",
        "'{\"id\":\"c1\",\"time\":\"2027-01-01T00:00:00Z\"}', time-in-future",
        "'{\"time\":\"2026-01-01T00:00:00Z\"}', missing-customer",
        "'[]', wrong-customer",
    })
    void everyRefusalHasAStableReason(String json, String reason) throws JsonProcessingException {
        Decision<Customer> decision = CustomerIntake.decide(EventJson.mapper().readTree(json), NOW);

        assertThat(decision).isInstanceOfSatisfying(Decision.Declined.class, declined -> assertThat(
                        declined.why().reason())
                .isEqualTo(reason));
    }
}
