package io.vigie.scorer.learning.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file of text, gzipped or not, in whatever encoding spreadsheets write. */
final class TextFile {
    private static final int BEGINNING = 65_536;

    private final byte[] bytes;
    private final int start;
    private final Charset charset;

    private TextFile(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.start = bom(bytes);
        this.charset = charset(bytes, file);
    }

    /**
     * Reads.
     *
     * @throws TableProblem when there is no such file, or it holds no text
     */
    static TextFile read(Path file) {
        return new TextFile(bytes(file), file);
    }

    BufferedReader reader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset));
    }

    /** As much as shows how it is written. */
    String beginning() {
        return new String(bytes, start, Math.min(bytes.length - start, BEGINNING), charset);
    }

    /** SHA-256 of the file, by which a model names what it was learned from. */
    static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new TableProblem("the file " + file + " cannot be read again: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
                try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    return unzipped.readAllBytes();
                }
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new TableProblem("the file " + file + " cannot be read; is there such a file?");
        }
    }

    private static int bom(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] bytes, Path file) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : bytes) {
            if (one == 0) {
                throw new TableProblem(file + " is not a table of separated values but something binary;"
                        + " save a spreadsheet as CSV first");
            }
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252");
        }
    }
}
