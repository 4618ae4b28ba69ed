package io.vigie.retention.stream;

import io.quarkus.scheduler.Scheduled;
import io.vigie.retention.store.GoLiveWork;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes up what somebody asked of a going live, on whichever instance comes first. */
@ApplicationScoped
class GoingLive {
    private final GoLiveWork work;

    GoingLive(GoLiveWork work) {
        this.work = work;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        while (work.tryNext() || work.doSome()) {
            // until there is nothing left
        }
    }
}
