package io.vigie.retention.desk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vigie.retention.store.TaskNews;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells an open queue that tasks have changed; what they are now it asks for itself. */
@Path("/desk/changes")
public class QueueChanges {
    private final TaskNews news;

    QueueChanges(TaskNews news) {
        this.news = news;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<String> changes() {
        return Multi.createFrom()
                .<Integer>emitter(emitter -> emitter.onTermination(news.listen(new Screen(emitter))))
                // one is as good as many
                .onOverflow()
                .dropPreviousItems()
                .map(_ -> "changed");
    }

    private record Screen(MultiEmitter<? super Integer> emitter) implements TaskNews.Ear {
        @Override
        public void changed(List<UUID> tasks) {
            emitter.emit(tasks.size());
        }

        @Override
        public void cutOff() {
            emitter.complete();
        }
    }
}
