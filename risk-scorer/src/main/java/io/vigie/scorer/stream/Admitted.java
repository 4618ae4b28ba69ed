package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import java.util.Optional;

/**
 * An entry that was let in, with what it takes to put everything back as it was before.
 *
 * @param verdict by which its identity was remembered
 * @param replaced what stood in the timeline under that identity
 */
record Admitted(Entry entry, Seen.Verdict verdict, Optional<Entry> replaced) {}
