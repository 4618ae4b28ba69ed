package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.stream.Instance;
import io.vigie.scorer.stream.StoresNotReady;
import io.vigie.scorer.stream.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Has a question answered where what it asks for is kept: here, by the instance whose it is, or by one with a copy; and
 * while partitions move, asks again within the same request.
 */
@ApplicationScoped
public class WhereKept {
    private static final Logger LOG = Logger.getLogger(WhereKept.class);
    private static final Set<Response.Status.Family> DONE =
            Set.of(Response.Status.Family.SUCCESSFUL, Response.Status.Family.REDIRECTION);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Whereabouts whereabouts;
    private final OtherInstances others;
    private final Discretion discretion;
    private final ScorerSettings settings;

    WhereKept(Whereabouts whereabouts, OtherInstances others, Discretion discretion, ScorerSettings settings) {
        this.whereabouts = whereabouts;
        this.others = others;
        this.discretion = discretion;
        this.settings = settings;
    }

    /**
     * The answer to a question about a customer: what {@code here} tells if they are kept here.
     *
     * @param here tells what to answer, or answers
     * @throws KeptFromAgents where the customer's trouble is the account manager and an agent asks
     */
    public Response answer(String customer, Supplier<?> here) {
        return answer(customer, Optional.empty(), here);
    }

    /** The same for a question that has a body. */
    Response answer(String customer, Object body, Supplier<?> here) {
        return answer(customer, Optional.of(body), here);
    }

    /** What all instances tell when asked the very question that came in, this one first. */
    <T> List<T> everywhere(TypeReference<T> type, Supplier<T> here) {
        return everywhere(host -> others.ask(host, type), here);
    }

    /** What all instances tell when the others are asked at an address, this one first. */
    <T> List<T> everywhere(String pathAndQuery, TypeReference<T> type, Supplier<T> here) {
        return everywhere(host -> others.ask(host, pathAndQuery, type), here);
    }

    /** What this instance tells, and those others that answer within two seconds, when asked at an address. */
    <T> List<T> reachable(String pathAndQuery, TypeReference<T> type, Supplier<T> here) {
        List<T> all = new ArrayList<>(List.of(here.get()));
        all.addAll(others.askAtOnce(othersNow(), pathAndQuery, type));
        return all;
    }

    /** Has other instances told what this one was told, until one does it; false where none did. */
    boolean doneElsewhere() {
        return othersNow().stream().anyMatch(host -> {
            try {
                return DONE.contains(others.repeat(host));
            } catch (InstanceUnreachable | InstanceTooSlow e) {
                LOG.warnf("%s; it was not told", e.getMessage());
                return false;
            }
        });
    }

    /** What another instance answers to the very question that came in, where one can. */
    Optional<Response> answeredElsewhere() {
        return othersNow().stream()
                .flatMap(host -> {
                    try {
                        return Stream.of(others.pass(host, Optional.empty()));
                    } catch (InstanceUnreachable | InstanceTooSlow e) {
                        LOG.warnf("%s; it was not asked", e.getMessage());
                        return Stream.empty();
                    }
                })
                .filter(answer -> answer.getStatus() == Response.Status.OK.getStatusCode())
                .findFirst();
    }

    private List<Instance> othersNow() {
        if (others.askedByAnother()) {
            return List.of();
        }
        try {
            return whereabouts.instances().stream()
                    .filter(host -> !isSelf(host))
                    .toList();
        } catch (StoresNotReady moving) {
            return List.of();
        }
    }

    private <T> List<T> everywhere(Function<Instance, T> elsewhere, Supplier<T> here) {
        if (others.askedByAnother()) {
            return List.of(here.get());
        }
        return patiently(() -> {
            List<T> all = new ArrayList<>(List.of(here.get()));
            whereabouts.instances().stream()
                    .filter(host -> !isSelf(host))
                    .forEach(host -> all.add(elsewhere.apply(host)));
            return all;
        });
    }

    private Response answer(String customer, Optional<Object> body, Supplier<?> here) {
        if (others.askedByAnother()) {
            return told(customer, here);
        }
        return patiently(() -> {
            RuntimeException lastRefusal = new StoresNotReady();
            for (Instance keeper : whereabouts.keepersOf(customer)) {
                try {
                    return isSelf(keeper) ? told(customer, here) : others.pass(keeper, body);
                } catch (StoresNotReady | InstanceUnreachable e) {
                    lastRefusal = e;
                }
            }
            throw lastRefusal;
        });
    }

    private Response told(String customer, Supplier<?> here) {
        discretion.check(customer);
        Object told = here.get();
        return told instanceof Response whole ? whole : Response.ok(told).build();
    }

    private <T> T patiently(Supplier<T> attempt) {
        long end = System.nanoTime() + settings.answerWithin().toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (StoresNotReady | InstanceUnreachable e) {
                if (System.nanoTime() >= end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean isSelf(Instance host) {
        return settings.self().equals(host.toString());
    }
}
