package io.vigie.retention.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vigie.events.retention.Team;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import io.vigie.retention.store.TaskNews;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Tasks as they change, for whoever keeps a queue on a screen. */
@Path("/tasks/changes")
public class TaskChanges {
    /** Who is this far behind is cut off, asks for the queue anew and listens again. */
    private static final int FAR_BEHIND = 10_000;

    private final Queues queues;
    private final TaskNews news;

    TaskChanges(Queues queues, TaskNews news) {
        this.queues = queues;
        this.news = news;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Server-sent events: each task as it stands after a change")
    public Multi<TaskView> changes(@RestQuery @Nullable String team) {
        Optional<Team> only = Asked.word("team", Team.class, team);
        Function<UUID, Optional<QueuedTask>> sight = queues.asSeenByThem();
        return Multi.createFrom()
                .emitter(emitter -> emitter.onTermination(news.listen(new Screen(emitter, sight, only))), FAR_BEHIND);
    }

    /** One open screen; it ends when something was missed, and whoever keeps it asks for the queue anew. */
    private record Screen(
            MultiEmitter<? super TaskView> emitter, Function<UUID, Optional<QueuedTask>> sight, Optional<Team> only)
            implements TaskNews.Ear {
        @Override
        public void changed(List<UUID> tasks) {
            tasks.stream()
                    .map(sight)
                    .flatMap(Optional::stream)
                    .filter(task -> only.isEmpty() || only.get() == task.team())
                    .map(TaskView::of)
                    .forEach(emitter::emit);
        }

        @Override
        public void cutOff() {
            emitter.complete();
        }
    }
}
