package io.vigie.retention.desk;

import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.store.Cases.RiskMove;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts what moved a customer's risk and what was done about it into one order, the latest first. */
final class Timeline {
    private Timeline() {}

    static List<Moment> of(RetentionCase file, List<RiskMove> risks, Function<RiskMove, String> naming) {
        List<Moment> moments = new ArrayList<>();
        if (file instanceof RetentionCase.Closed closed) {
            moments.add(new Moment.Closed(closed.at(), closed.result(), closed.because()));
        }
        file.tasks().forEach(task -> Timeline.of(task).forEach(moments::add));
        moments.add(new Moment.Opened(file.opening().at(), file.opening().action()));
        for (int i = 0; i < risks.size(); i++) {
            RiskMove risk = risks.get(i);
            double before = i + 1 < risks.size() ? risks.get(i + 1).probability() : risk.probability();
            moments.add(new Moment.Moved(
                    risk.at(), naming.apply(risk), risk.probability(), risk.level(), risk.probability() - before));
        }
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at).reversed())
                .toList();
    }

    private static Stream<Moment> of(Task task) {
        TaskOrder order = task.order();
        Moment assigned = new Moment.Assigned(
                order.assignedAt(), order.step().action(), order.step().team());
        return switch (task) {
            case Task.Assigned _ -> Stream.of(assigned);
            case Task.Snoozed snoozed ->
                Stream.of(new Moment.Ahead(snoozed.until(), order.step().action(), snoozed.because()), assigned);
            case Task.Claimed claimed ->
                Stream.of(new Moment.Claimed(claimed.at(), order.step().action(), claimed.by()), assigned);
            case Task.Done done ->
                Stream.of(
                        new Moment.Done(done.at(), order.step().action(), done.outcome(), done.by(), done.note()),
                        assigned);
            case Task.Cancelled cancelled ->
                Stream.of(new Moment.Cancelled(cancelled.at(), order.step().action(), cancelled.because()), assigned);
        };
    }
}
