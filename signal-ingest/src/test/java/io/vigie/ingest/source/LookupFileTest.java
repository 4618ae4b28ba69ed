package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupFileTest {
    private static final LookupSpec RULE =
            new LookupSpec("key", "key", List.of("account", "note"), Optional.of("account"), "lookup-miss");

    @Test
    void eachRowIsGivenByItsKeyWithTheColumnsThatAreKept() {
        assertThat(read("key,account,note,other\nS-1,A-1,x,y\n"))
                .isEqualTo(Map.of("S-1", Map.of("account", "A-1", "note", "x")));
    }

    @Test
    void aByteOrderMarkBeforeAQuotedNameIsNoPartOfIt() {
        assertThat(read("\uFEFF\"key\",account,note\nS-1,A-1,x\n"))
                .isEqualTo(Map.of("S-1", Map.of("account", "A-1", "note", "x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S-1,A-1,x^S-1,A-2,x | line 3: key \"S-1\" is blank or stands there twice",
                ",A-1,x | line 2: key \"\" is blank",
                "LONG,A-1,x | line 2: key has 513 characters; give keys of at most 512",
                "S-1,LONG,x | line 2: the customer has 513 characters; give ids of at most 512",
                "S~1,A-1,x | line 2: key holds U+0000",
                "S-1,A-1,x~ | line 2: note holds U+0000"
            })
    void whatCannotBeKeptRefusesTheWholeLookupAndSaysWhere(String rows, String told) {
        String file = "key,account,note\n"
                + rows.replace('^', '\n').replace('~', '\0').replace("LONG", "x".repeat(513)) + "\n";

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class).hasMessageStartingWith(told);
    }

    private static Map<String, Map<String, Object>> read(String file) {
        Map<String, Map<String, Object>> rows = new HashMap<>();
        LookupFile.read(RULE, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), rows::put);
        return rows;
    }
}
