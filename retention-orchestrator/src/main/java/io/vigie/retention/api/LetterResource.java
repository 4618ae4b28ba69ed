package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.LetterRoom;
import io.vigie.retention.dispatch.LetterWriter;
import io.vigie.retention.dispatch.NoticeRound;
import io.vigie.retention.law.Permission;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.store.KeptLetter;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Letters over HTTP: write one, print it again, tell those who must be told. */
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
    private final Occasions occasions;
    private final SecurityIdentity identity;

    LetterResource(
            LetterRoom room,
            LetterWriter writer,
            NoticeRound notices,
            Letters letters,
            Occasions occasions,
            SecurityIdentity identity) {
        this.room = room;
        this.writer = writer;
        this.notices = notices;
        this.letters = letters;
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
    @Path("/notices/missed")
    @Operation(summary = "Who should have been told by now that they may refuse their contract's renewal, and was not")
    public List<Owed> missed(@RestQuery @DefaultValue("100") int limit) {
        return notices.missed(Asked.limit(limit));
    }

    @POST
    @Path("/notices/missed")
    @Operation(
            summary = "Write to those of them who can still refuse; a last day that has passed is announced to nobody")
    public Written late(@RestQuery @DefaultValue("100") int limit) {
        return new Written(notices.writeLate(Asked.limit(limit), me()));
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
