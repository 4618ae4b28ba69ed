package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 | 12.50",
                "1 234,56 | 1234.56",
                "1.234 | 1234",
                "-1.234.567,8 | -1234567.8",
                "1'234 | 1234",
                "1\u202f234,5 | 1234.5",
                "12345 | 12345",
                "0,5 | 0.5",
            })
    void whereACommaIsTheDecimalGroupsOfThreeMayBeParted(String written, BigDecimal meant) {
        assertThat(Numbers.exact(written, ','))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12.50", "1234.56", "1.23", "1 234.567", "1,2,3", "1..234", ",5", "1e3", "", "douze", "1 2"})
    void whatMayBeMeantOtherwiseIsNoNumber(String written) {
        assertThat(Numbers.exact(written, ',')).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.50", "-3, -3", "1e3, 1000"})
    void whereAFullStopIsTheDecimalNothingIsParted(String written, BigDecimal meant) {
        assertThat(Numbers.exact(written, '.'))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
        assertThat(Numbers.exact("1,234.56", '.')).isEmpty();
    }
}
