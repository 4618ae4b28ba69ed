package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Watch;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What one partition keeps, each over the stores that are its own. */
record Books(
        Timeline timeline,
        Trimming trimming,
        Agenda agenda,
        Admission admission,
        Progress progress,
        Tracking tracking,
        Forgetting forgetting,
        Fence fence) {

    static Books open(ProcessorContext<String, byte[]> context, Watch watch, Keeping keeping, Outlet outlet) {
        KeyValueStore<Bytes, Entry> entries = context.getStateStore(StoreNames.TIMELINE);
        KeyValueStore<Bytes, byte[]> digests = context.getStateStore(StoreNames.SEEN);
        Timeline timeline = new Timeline(entries);
        Seen seen = new Seen(digests);
        Fence fence = new Fence(keeping.metrics());
        Progress progress = new Progress(context.getStateStore(StoreNames.PROGRESS));
        Agenda agenda = new Agenda(
                context.getStateStore(StoreNames.STANDINGS),
                context.getStateStore(StoreNames.REVIEWS),
                context.getStateStore(StoreNames.RANKING));
        return new Books(
                timeline,
                new Trimming(watch, timeline, seen, keeping),
                agenda,
                new Admission(seen, timeline, progress, outlet),
                progress,
                new Tracking(
                        context.getStateStore(StoreNames.TRACK),
                        agenda,
                        watch.predicting(),
                        new Sample(progress::customers),
                        fence),
                new Forgetting(agenda, List.of(entries, digests), progress),
                fence);
    }
}
