package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.letters.AddressList;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.LetterBatches;
import io.vigie.retention.store.LetterBatches.Batch;
import io.vigie.retention.store.LetterBatches.Settled;
import io.vigie.retention.store.Letters;
import io.vigie.retention.store.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Prints letters, puts them into batches with their address sheet, and posts them. */
@ApplicationScoped
public class LetterRoom {
    private final LetterWriter writer;
    private final Letters letters;
    private final LetterBatches batches;
    private final Worker worker;
    private final LastLook lastLook;
    private final Texts texts;
    private final Printer printer;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    LetterRoom(
            LetterWriter writer,
            Letters letters,
            LetterBatches batches,
            Worker worker,
            LastLook lastLook,
            Texts texts,
            Printer printer,
            RetentionSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.writer = writer;
        this.letters = letters;
        this.batches = batches;
        this.worker = worker;
        this.lastLook = lastLook;
        this.texts = texts;
        this.printer = printer;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What came of making a batch.
     *
     * @param batch none where there was nothing to post
     * @param left tasks without a letter, and why
     */
    public record Gathered(Optional<Batch> batch, Map<UUID, LetterWriter.Lacking> left) {}

    /** Writes what is waiting, and puts all that is not in the post yet into one batch. */
    public Gathered gather(int limit, String by) {
        Map<UUID, LetterWriter.Lacking> left = new TreeMap<>();
        for (Letters.Asking asking : letters.waiting(false, limit)) {
            writer.forTask(asking.caseId(), asking.task(), by).lacking().ifPresent(why -> left.put(asking.task(), why));
        }
        withdrawFrom(letters.unbatched(limit), by);
        return new Gathered(batches.make(UUID.randomUUID(), limit, by, clock.instant()), left);
    }

    /** Confirmations that customers have a right to, written at once, before anybody asks for a batch. */
    List<Letters.Asking> owed(int limit) {
        return letters.waiting(true, limit);
    }

    /** Its sheets, the same each time; none once its customer is erased. */
    public Optional<byte[]> sheets(KeptLetter letter) {
        return letters.sheets(letter.number())
                .or(() -> letters.written(letter.number()).flatMap(written -> {
                    letters.printed(letter, printer.print(texts.letter(written)));
                    return letters.sheets(letter.number());
                }));
    }

    /** All sheets of a batch but what was withdrawn from it; none where nothing is left. */
    public Optional<byte[]> sheets(UUID batch) {
        List<byte[]> parts =
                going(batch).flatMap(letter -> sheets(letter).stream()).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(printer.bind(parts));
    }

    /** To whom the batch goes, in the order of its sheets. */
    public List<Letter> addresses(UUID batch) {
        return going(batch)
                .flatMap(letter -> letters.written(letter.number()).stream())
                .toList();
    }

    /** The same printed, for whoever puts letters into envelopes by hand; none where nothing is left. */
    public Optional<byte[]> addressSheet(UUID batch, Language language) {
        List<Letter> all = addresses(batch);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(printer.print(
                        texts.addresses(AddressList.of(language, clock.instant().atZone(settings.zone()), all))));
    }

    /**
     * The batch is in the post: what its letters carry out is done. Said again, it does what was left undone.
     *
     * @return letters that must not go any more; while there are such, none is posted and they are to be taken out first
     */
    public List<KeptLetter> posted(UUID batch, String by) {
        List<KeptLetter> withdrawn = withdrawFrom(letters.ofBatch(batch), by);
        if (withdrawn.isEmpty()) {
            List<Settled> tasks = batches.posted(batch, by, clock.instant());
            tasks.forEach(task -> done(task.task(), Outcome.SENT, by));
            metrics.counter("vigie.letters.posted").increment(tasks.size());
        }
        return withdrawn;
    }

    /** Ends the tasks that stayed open when their letters went to the post. */
    public void settle(int limit) {
        batches.stillOpen(limit).forEach(task -> done(task.task(), Outcome.SENT, task.by()));
    }

    private List<KeptLetter> withdrawFrom(List<KeptLetter> some, String by) {
        List<KeptLetter> withdrawn = new ArrayList<>();
        some.stream()
                .filter(letter -> letter.state() == KeptLetter.State.TO_POST)
                .forEach(letter -> lastLook.against(letter).ifPresent(barred -> {
                    letters.withdraw(letter.number(), LastLook.because(barred), clock.instant());
                    letter.task().ifPresent(task -> done(task, Outcome.NOT_REACHED, by));
                    metrics.counter("vigie.letters.withdrawn").increment();
                    withdrawn.add(letter);
                }));
        return withdrawn;
    }

    /** What is in the post is done, whoever had meant to see to it. */
    private void done(UUID task, Outcome outcome, String by) {
        try {
            worker.complete(task, outcome, "", by);
        } catch (IllegalMove e) {
            if (e.why() == IllegalMove.Why.NOT_YOUR_TASK && worker.release(Worker.Seen.any(task), new Doer(by, true))) {
                done(task, outcome, by);
            } else {
                // somebody has completed it since; the letter is in the post all the same
                metrics.counter("vigie.letters.late").increment();
            }
        }
    }

    private Stream<KeptLetter> going(UUID batch) {
        return letters.ofBatch(batch).stream().filter(letter -> letter.state() != KeptLetter.State.WITHDRAWN);
    }
}
