package io.vigie.scorer.learning.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                              | in line 1, column 9",
                "[]                                                    | it is no JSON object",
                "{\"learnedFrom\":\"table\",\"version\":2}                 | of version 1 are read here, not of version 2",
                "{\"learnedFrom\":\"table\",\"version\":1,\"data\":[1]}    | what stands in data is not what must stand there"
            })
    void whatIsNoModelFileIsToldInASentenceOfOurs(String file, String why) {
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("jackson")
                .doesNotContain("java.")
                .doesNotContain("Source:");
    }
}
