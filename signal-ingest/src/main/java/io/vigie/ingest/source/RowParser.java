package io.vigie.ingest.source;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the columns of a row in one format. */
sealed interface RowParser permits CsvParser, JsonParser {
    /** Every column by name; blank ones are left out. */
    Decision<Map<String, Object>> parse(RawRow row);

    /** Where the rows of a file begin and end in this format. */
    static RowCutter cutter(SourceSpec spec, InputStream file) {
        RowCutter cutter =
                switch (spec.format()) {
                    case CSV -> RowCutter.ofCsv(file, spec.separator().orElse(','));
                    case NDJSON -> RowCutter.ofLines(file);
                    case JSON, XML ->
                        throw new UnreadableFile(
                                "this source takes no files: its sender posts to /sources, not to /imports");
                };
        return spec.charset().equals(StandardCharsets.UTF_8) ? cutter.ofUtf8() : cutter;
    }

    static Decision<String> decode(byte[] bytes, Charset charset) {
        try {
            return Decision.accept(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Decision.decline(Reason.MALFORMED_ROW.because(
                    "the text is not " + charset + ": save the file as " + charset + ", or set the source's encoding"));
        }
    }
}
