package io.vigie.scorer.kept;

import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.watch.Standing;

/** A standing as it is kept; a field that comes later goes to the end, under a mark of its own. */
public final class StandingForm {
    /** Unlike the first byte of any CBOR array or map, as which standings were kept before. */
    private static final byte FIRST = 1;

    /** Since profiles hold what {@link ProfileForm} reads as all. */
    private static final byte SECOND = 2;

    private StandingForm() {}

    /** Whether bytes hold a standing in this form. */
    public static boolean is(byte[] bytes) {
        return bytes[0] == FIRST || bytes[0] == SECOND;
    }

    public static byte[] write(Standing one) {
        Packer into = new Packer().mark(SECOND);
        ProfileForm.write(into, one.profile());
        return into.maybe(one.asOf(), Packer::instant)
                .word(one.level())
                .maybe(one.lastTold(), StandingForm::write)
                .yes(one.alerted())
                .number(one.told())
                .maybe(one.nextReview(), Packer::instant)
                .packed();
    }

    public static Standing read(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        byte mark = from.mark();
        if (mark != FIRST && mark != SECOND) {
            throw new IllegalArgumentException("a standing kept by a later version cannot be read");
        }
        return new Standing(
                ProfileForm.read(from, mark == SECOND),
                from.maybe(Unpacker::instant),
                from.word(RiskLevel.class),
                from.maybe(in -> new Standing.Told(in.instant(), in.real(), in.word(RiskLevel.class), in.text())),
                from.yes(),
                from.number(),
                from.maybe(Unpacker::instant));
    }

    private static void write(Packer into, Standing.Told one) {
        into.instant(one.at()).real(one.probability()).word(one.level()).text(one.situation());
    }
}
