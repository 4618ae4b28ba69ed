package io.vigie.ingest.api.answers;

import io.vigie.ingest.intake.Names;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Holds back an id that no database could look for before anything is done with it. */
@Provider
@SoundCustomerId
class SoundCustomerIds implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("id"))
                .flatMap(Names::customerFault)
                .ifPresent(why -> request.abortWith(Problems.of(why).toResponse()));
    }
}
