package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.AddressSheet;
import io.vigie.retention.dispatch.LetterRoom;
import io.vigie.retention.letters.Language;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.LetterBatches;
import io.vigie.retention.store.LetterBatches.Batch;
import io.vigie.retention.store.Letters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The letter desk: what is to be posted, batch by batch. */
@Path("/desk/letters")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LetterPages {
    private static final int MOST = 200;
    private static final int FEW = 20;
    private static final String HERE = "/desk/letters";

    private final LetterRoom room;
    private final Letters letters;
    private final LetterBatches batches;
    private final Naming naming;
    private final SecurityIdentity identity;

    LetterPages(LetterRoom room, Letters letters, LetterBatches batches, Naming naming, SecurityIdentity identity) {
        this.room = room;
        this.letters = letters;
        this.batches = batches;
        this.naming = naming;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance desk(@RestQuery int left) {
        return Templates.letters(
                letters.waiting(false, MOST).size(), letters.unbatched(MOST), batches.latest(FEW), left);
    }

    @POST
    @Path("batches")
    @Operation(hidden = true)
    public Response gather() {
        LetterRoom.Gathered gathered = room.gather(MOST, me());
        int left = gathered.left().size();
        return Response.seeOther(URI.create(HERE + (left > 0 ? "?left=" + left : "")))
                .build();
    }

    @GET
    @Path("batches/{id}")
    @Operation(hidden = true)
    public TemplateInstance batch(@RestPath UUID id) {
        return Templates.batch(batches.find(id).orElseThrow(NotFoundException::new), letters.ofBatch(id));
    }

    @POST
    @Path("batches/{id}/posted")
    @Operation(hidden = true)
    public Response posted(@RestPath UUID id) {
        boolean all = room.posted(id, me()).isEmpty();
        return Response.seeOther(URI.create(HERE + (all ? "" : "/batches/" + id)))
                .build();
    }

    @GET
    @Path("batches/{id}/pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] sheets(@RestPath UUID id) {
        return room.sheets(id).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("batches/{id}/addresses")
    @Produces("text/csv;charset=utf-8")
    @Operation(hidden = true)
    public String addresses(@RestPath UUID id) {
        return AddressSheet.csv(room.addresses(id));
    }

    @GET
    @Path("batches/{id}/addresses.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] printedAddresses(@RestPath UUID id) {
        return room.addressSheet(id, Language.of(naming.language(), Language.EN))
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{number}/pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] letter(@RestPath long number) {
        return letters.find(number).flatMap(room::sheets).orElseThrow(NotFoundException::new);
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letters(int waiting, List<KeptLetter> letters, List<Batch> batches, int left);

        static native TemplateInstance batch(Batch batch, List<KeptLetter> letters);
    }
}
