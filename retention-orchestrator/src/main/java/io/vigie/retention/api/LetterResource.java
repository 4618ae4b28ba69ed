package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.AddressSheet;
import io.vigie.retention.dispatch.LetterRoom;
import io.vigie.retention.dispatch.LetterWriter;
import io.vigie.retention.dispatch.NoticeRound;
import io.vigie.retention.law.Permission;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.LetterBatches;
import io.vigie.retention.store.LetterBatches.Batch;
import io.vigie.retention.store.Letters;
import io.vigie.retention.store.Notices.Owed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Letters over HTTP: write one, print it again, put them into batches, say that they are in the post. */
@Path("/letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class LetterResource {
    private static final String PDF = "application/pdf";

    private final LetterRoom room;
    private final LetterWriter writer;
    private final NoticeRound notices;
    private final Letters letters;
    private final LetterBatches batches;
    private final Occasions occasions;
    private final SecurityIdentity identity;

    LetterResource(
            LetterRoom room,
            LetterWriter writer,
            NoticeRound notices,
            Letters letters,
            LetterBatches batches,
            Occasions occasions,
            SecurityIdentity identity) {
        this.room = room;
        this.writer = writer;
        this.notices = notices;
        this.letters = letters;
        this.batches = batches;
        this.occasions = occasions;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Letters that are in no batch yet; with a customer, all of theirs, the latest first")
    public List<KeptLetter> letters(
            @RestQuery @Nullable String customer,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable Long after) {
        int most = Asked.limit(limit);
        return Asked.text(customer)
                .map(one -> letters.ofCustomer(one, most, after == null ? Long.MAX_VALUE : after))
                .orElseGet(() -> letters.unbatched(most, after == null ? 0 : after));
    }

    @POST
    @Operation(summary = "Write a letter by hand, such as a farewell; it waits for the next batch")
    public KeptLetter write(@Nullable Wanted wanted) {
        String customer = Asked.text(wanted == null ? null : wanted.customer())
                .orElseThrow(() -> Problems.wrong("Send {\"customer\": …, \"text\": …} as JSON."));
        String text = Asked.text(wanted == null ? null : wanted.text())
                .filter(occasions.texts()::contains)
                .orElseThrow(() -> Problems.wrong("text: is one of " + String.join(", ", occasions.texts()) + "."));
        return kept(writer.byHand(customer, text, Optional.empty(), me()));
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "What is known of a letter, without what stands in it")
    public KeptLetter find(@RestPath long number) {
        return letters.find(number).orElseThrow(() -> Problems.unknown("letter", Long.toString(number)));
    }

    @GET
    @Path("/{number}/pdf")
    @Produces(PDF)
    @Operation(summary = "Its sheets as PDF/A, the same each time")
    public byte[] sheets(@RestPath long number) {
        return room.sheets(find(number)).orElseThrow(() -> Problems.unknown("letter", Long.toString(number)));
    }

    @GET
    @Path("/notices")
    @Operation(summary = "Who must be told now that they may refuse their contract's renewal, and was not")
    public List<Owed> owed(@RestQuery @DefaultValue("100") int limit) {
        return notices.owed(Asked.limit(limit));
    }

    @POST
    @Path("/notices")
    @Operation(summary = "Write to them; done every day by itself where the system is live")
    public Written notices(@RestQuery @DefaultValue("100") int limit) {
        return new Written(notices.write(Asked.limit(limit), me()));
    }

    @GET
    @Path("/batches")
    @Operation(summary = "Batches, the latest first")
    public List<Batch> batches(@RestQuery @DefaultValue("100") int limit) {
        return batches.latest(Asked.limit(limit));
    }

    @POST
    @Path("/batches")
    @Operation(summary = "Write what tasks ask for and put all that is to be posted into one batch")
    public LetterRoom.Gathered gather(@RestQuery @DefaultValue("200") int limit) {
        return room.gather(Asked.limit(limit), me());
    }

    @GET
    @Path("/batches/{id}")
    @Operation(summary = "The letters of a batch, in the order of its sheets")
    public List<KeptLetter> batch(@RestPath String id) {
        return letters.ofBatch(found(id));
    }

    @GET
    @Path("/batches/{id}/pdf")
    @Produces(PDF)
    @Operation(summary = "All sheets of a batch in one file, without what was withdrawn")
    public byte[] sheetsOfBatch(@RestPath String id) {
        return room.sheets(found(id)).orElseThrow(() -> Problems.unknown("batch", id));
    }

    @GET
    @Path("/batches/{id}/addresses")
    @Produces("text/csv;charset=utf-8")
    @Operation(summary = "To whom the letters of a batch go")
    public String addresses(@RestPath String id) {
        return AddressSheet.csv(room.addresses(found(id)));
    }

    @GET
    @Path("/batches/{id}/addresses.pdf")
    @Produces(PDF)
    @Operation(summary = "The same as PDF/A, in French or English")
    public byte[] printedAddresses(@RestPath String id, @RestQuery @DefaultValue("en") String lang) {
        return room.addressSheet(found(id), Language.of(lang, Language.EN))
                .orElseThrow(() -> Problems.unknown("batch", id));
    }

    @POST
    @Path("/batches/{id}/posted")
    @Operation(
            summary = "Say that a batch is in the post: its tasks are done; 409 while letters in it must be taken out")
    public Batch posted(@RestPath String id) {
        UUID batch = found(id);
        List<KeptLetter> withdrawn = room.posted(batch, me());
        if (!withdrawn.isEmpty()) {
            throw Problems.conflict(
                    "letters-withdrawn",
                    "The law does not permit all of them any more. Take these letters out, then say again that the rest is"
                            + " in the post: "
                            + withdrawn.stream()
                                    .map(letter -> Long.toString(letter.number()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return batches.find(batch).orElseThrow(() -> Problems.unknown("batch", id));
    }

    private UUID found(String id) {
        return batches.find(Asked.id("batch", id)).map(Batch::id).orElseThrow(() -> Problems.unknown("batch", id));
    }

    private String me() {
        return Who.is(identity);
    }

    static KeptLetter kept(LetterWriter.Written written) {
        return switch (written) {
            case LetterWriter.Written.As(KeptLetter letter) -> letter;
            case LetterWriter.Written.Not(LetterWriter.Lacking why) -> throw Problems.noLetter(why);
            case LetterWriter.Written.Barred(Permission by) -> throw Problems.notPermitted(by);
        };
    }

    /** A letter that a person wants written. */
    public record Wanted(
            @Nullable String customer, @Nullable String text) {}

    /** How many were written. */
    public record Written(long written) {}
}
