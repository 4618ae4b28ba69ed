package io.vigie.ingest.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells after any row of a file whether all up to there is what another pass has read. */
final class RowsDigest {
    private final MessageDigest digest;

    RowsDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    void add(RawRow row) {
        digest.update(row.bytes());
        digest.update((byte) '\n');
    }

    String soFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be read on the way", e);
        }
    }
}
