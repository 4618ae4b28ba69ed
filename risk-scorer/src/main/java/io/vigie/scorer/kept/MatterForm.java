package io.vigie.scorer.kept;

import io.vigie.scorer.profile.OpenItem;

/** An open matter as it is kept. */
final class MatterForm {
    private MatterForm() {}

    static void write(Packer into, OpenItem one) {
        into.text(one.type())
                .maybe(one.key(), Packer::text)
                .real(one.strength())
                .instant(one.since())
                .instant(one.expires())
                .maybe(one.until(), Packer::instant)
                .real(one.counted());
    }

    /** @param all whether it was written since matters can be told again */
    static OpenItem read(Unpacker from, boolean all) {
        return new OpenItem(
                from.text(),
                from.maybe(Unpacker::text),
                from.real(),
                from.instant(),
                from.instant(),
                from.maybe(Unpacker::instant),
                all ? from.real() : 0);
    }
}
