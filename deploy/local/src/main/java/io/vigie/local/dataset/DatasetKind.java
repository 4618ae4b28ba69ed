package io.vigie.local.dataset;

import java.util.List;

/**
 * One kind of history that can be fed, read from {@code datasets/*.yaml}.
 *
 * @param files its kinds of files, in the order in which they are fed
 * @param ignored files that belong to it and that nobody feeds
 * @param merged whether its files tell of the same days, so that their signals are fed in one order of time
 * @param goLive from when on cases may be opened
 * @param closing the instant that ends the replay
 */
record DatasetKind(
        String name,
        String description,
        List<FileKind> files,
        List<FileKind> ignored,
        boolean merged,
        GoLive goLive,
        Closing closing) {
    DatasetKind {
        files = List.copyOf(files);
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
    }

    /** So many days before the last instant in the files, and why. */
    record GoLive(int daysBeforeLast, String because) {}

    /** So many days after the last instant in the files, and why. */
    record Closing(int daysAfterLast, String because) {}
}
