package io.vigie.local.dataset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder that was recognised: what to feed, in which order, from when to when.
 *
 * @param kind the name of its kind
 * @param lookups to upload before any file
 * @param files in the order in which they are fed
 * @param merged whether the signals of all files are fed in one order of time, and not file by file
 * @param last the last instant that its files tell
 * @param goLive nothing before it opens a case
 * @param closing the instant of the closing tick
 * @param notes what is good to know about the choice
 */
public record Dataset(
        String kind,
        List<LookupFile> lookups,
        List<SourceFile> files,
        boolean merged,
        Instant last,
        Instant goLive,
        Instant closing,
        List<String> notes) {
    public Dataset {
        lookups = List.copyOf(lookups);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** One file and the source that takes it. */
    public record SourceFile(String source, Path path) {}

    /** One file that serves as a lookup. */
    public record LookupFile(String source, String name, Path path) {}
}
