package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.AddressSheet;
import io.vigie.retention.dispatch.LetterRoom;
import io.vigie.retention.letters.Language;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.LetterBatches;
import io.vigie.retention.store.LetterBatches.Batch;
import io.vigie.retention.store.Letters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Letters by the batch over HTTP: gather them, print sheets and addresses, say that they are in the post. */
@Path("/letters/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class LetterBatchResource {
    private static final String PDF = "application/pdf";

    private final LetterRoom room;
    private final Letters letters;
    private final LetterBatches batches;
    private final SecurityIdentity identity;

    LetterBatchResource(LetterRoom room, Letters letters, LetterBatches batches, SecurityIdentity identity) {
        this.room = room;
        this.letters = letters;
        this.batches = batches;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Batches, the latest first")
    public List<Batch> batches(@RestQuery @DefaultValue("100") int limit) {
        return batches.latest(Asked.limit(limit));
    }

    @POST
    @Operation(summary = "Write what tasks ask for and put all that is to be posted into one batch")
    public LetterRoom.Gathered gather(@RestQuery @DefaultValue("200") int limit) {
        return room.gather(Asked.limit(limit), me());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The letters of a batch, in the order of its sheets")
    public List<KeptLetter> batch(@RestPath String id) {
        return letters.ofBatch(found(id));
    }

    @GET
    @Path("/{id}/pdf")
    @Produces(PDF)
    @Operation(summary = "All sheets of a batch in one file, without what was withdrawn")
    public byte[] sheetsOfBatch(@RestPath String id) {
        return room.sheets(found(id)).orElseThrow(() -> Problems.unknown("batch", id));
    }

    @GET
    @Path("/{id}/addresses")
    @Produces("text/csv;charset=utf-8")
    @Operation(summary = "To whom the letters of a batch go")
    public String addresses(@RestPath String id) {
        return AddressSheet.csv(room.addresses(found(id)));
    }

    @GET
    @Path("/{id}/addresses.pdf")
    @Produces(PDF)
    @Operation(summary = "The same as PDF/A, in French or English")
    public byte[] printedAddresses(@RestPath String id, @RestQuery @DefaultValue("en") String lang) {
        return room.addressSheet(found(id), Language.of(lang, Language.EN))
                .orElseThrow(() -> Problems.unknown("batch", id));
    }

    @POST
    @Path("/{id}/posted")
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
}
