package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;

/** Reading CSV, held against what another library writes. */
class CsvTest {
    @Property(tries = 300)
    void whatAnotherLibraryWritesIsReadBack(@ForAll("tables") List<List<String>> rows) throws IOException {
        StringBuilder file = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setTrim(false).get();
        for (List<String> row : rows) {
            format.printRecord(file, row.toArray());
        }

        assertThat(read(file.toString())).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.strings()
                .withChars('a', 'é', '"', ',', '\n', ' ', ';')
                .ofMaxLength(6);
        return field.list().ofMinSize(2).ofMaxSize(4).list().ofMaxSize(6).filter(rows -> rows.stream()
                .noneMatch(row -> String.join("", row).isBlank()));
    }

    @Example
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws IOException {
        RowCutter cutter = RowCutter.ofCsv(stream("a,\"b\nc,d\ne,f\n"), ',');

        List<RawRow> rows = all(cutter);

        assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(0).flaw()).isPresent();
        assertThat(rows.get(1).flaw()).isEmpty();
    }

    @Example
    void aQuoteWithinAFieldIsAnOrdinaryCharacter() throws IOException {
        assertThat(read("5\" disc,x\ny,z\n")).containsExactly(List.of("5\" disc", "x"), List.of("y", "z"));
    }

    @Example
    void aRowBeyondOneMebibyteIsRefusedAndTheNextOneRead() throws IOException {
        RowCutter cutter = RowCutter.ofLines(stream("x".repeat(3 << 20) + "\nnext"));

        List<RawRow> rows = all(cutter);

        assertThat(rows.get(0).flaw()).get().extracting(why -> why.reason()).isEqualTo("too-large");
        assertThat(rows.get(0).bytes()).hasSize(1024);
        assertThat(new String(rows.get(1).bytes(), StandardCharsets.UTF_8)).isEqualTo("next");
        assertThat(rows.get(1).line()).isEqualTo(2);
    }

    @Example
    void aByteOrderMarkIsDroppedWhereTheTextIsUtf8AndNothingElseIs() throws IOException {
        assertThat(all(RowCutter.ofLines(stream("\uFEFFa\nb")).ofUtf8()))
                .extracting(row -> new String(row.bytes(), StandardCharsets.UTF_8))
                .containsExactly("a", "b");
        assertThat(all(RowCutter.ofLines(stream("\uFEFF")).ofUtf8())).isEmpty();
        assertThat(all(RowCutter.ofLines(stream("a")).ofUtf8())).hasSize(1);
        assertThat(all(RowCutter.ofLines(stream("\uFEFFa"))).getFirst().bytes()).hasSize(4);
    }

    @Example
    void blankLinesAreNoRowsButCountAsLines() throws IOException {
        assertThat(all(RowCutter.ofLines(stream("a\r\n\r\n  \nb"))))
                .extracting(RawRow::line)
                .containsExactly(1L, 4L);
    }

    private static List<List<String>> read(String file) throws IOException {
        return all(RowCutter.ofCsv(stream(file), ',')).stream()
                .map(row -> CsvFields.of(new String(row.bytes(), StandardCharsets.UTF_8), ',')
                        .orElseThrow())
                .toList();
    }

    private static List<RawRow> all(RowCutter cutter) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        for (Optional<RawRow> row = cutter.next(); row.isPresent(); row = cutter.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
