package io.vigie.scorer.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.DataFiles;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.Unreadable;
import io.vigie.scorer.stream.ModelRegistry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes in models that a company brings along. */
@Path("/models/onnx")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BroughtApi {
    private final ModelRegistry registry;
    private final SecurityIdentity identity;

    BroughtApi(ModelRegistry registry, SecurityIdentity identity) {
        this.registry = registry;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Admits an ONNX file, with a manifest of what it reads and says, as a candidate")
    public Response admit(
            @RestForm @PartType(MediaType.TEXT_PLAIN) @Nullable String manifest, @RestForm @Nullable FileUpload model) {
        if (manifest == null || model == null) {
            throw wrong("send two parts: manifest, as YAML or JSON, and model, the ONNX file");
        }
        try {
            String by = identity.isAnonymous()
                    ? "somebody"
                    : identity.getPrincipal().getName();
            String id = registry.admit(file(manifest, read(model)), by);
            return Response.created(URI.create("/models/" + id))
                    .entity(Map.of("id", id))
                    .build();
        } catch (JsonProcessingException e) {
            throw wrong("the manifest cannot be read: " + Unreadable.why(e));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] read(FileUpload model) {
        if (model.size() > BroughtModelFile.LARGEST) {
            throw new IllegalArgumentException(
                    "the ONNX file must hold at most " + BroughtModelFile.LARGEST + " bytes, holds " + model.size());
        }
        try {
            return Files.readAllBytes(model.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BroughtModelFile file(String manifest, byte[] model) throws JsonProcessingException {
        JsonNode read = DataFiles.yaml().readTree(manifest);
        if (!(read instanceof ObjectNode file)) {
            throw new IllegalArgumentException("the manifest must hold name, inputs and outputs");
        }
        file.put("learnedFrom", "elsewhere");
        file.put("version", ModelFile.VERSION);
        file.put("onnx", Base64.getEncoder().encodeToString(model));
        return DataFiles.yaml().treeToValue(file, BroughtModelFile.class);
    }

    private static RuntimeException wrong(String detail) {
        return Problems.unprocessable("wrong-model", "Wrong model", detail);
    }
}
