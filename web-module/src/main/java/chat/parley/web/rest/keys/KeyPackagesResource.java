package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.KeyPackages;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The KeyPackages of the caller's device. */
@Path("/key-packages")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class KeyPackagesResource {

  @Inject private CurrentAccount caller;
  @EJB private KeyPackages packages;

  /** What waits. */
  @GET
  @Operation(
      operationId = "getKeyPackages",
      summary = "How many KeyPackages of the caller's device wait")
  @APIResponseSchema(
      value = StoredKeyPackagesJson.class,
      responseCode = "200",
      responseDescription = "What waits")
  public StoredKeyPackagesJson stored() {
    return StoredKeyPackagesJson.of(packages.stored(caller.device()));
  }

  /** Publishes some. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishKeyPackages",
      summary = "Publish KeyPackages of the caller's device",
      description =
          "Each is signed by the registered key, names this device, and is good for at most 90 days;"
              + " when one is not, none is kept. To repeat it changes nothing. At most 100 wait.")
  @APIResponse(
      responseCode = "201",
      description = "Published",
      content = @Content(schema = @Schema(implementation = StoredKeyPackagesJson.class)))
  @APIResponse(responseCode = "403", ref = "TooManyKeyPackages")
  @APIResponse(responseCode = "409", ref = "DeviceKeyNeeded")
  @APIResponse(responseCode = "422", ref = "KeyPackageInvalid")
  public Response publish(PublishKeyPackagesJson wish) {
    return Response.status(Response.Status.CREATED)
        .entity(
            StoredKeyPackagesJson.of(
                packages.publish(caller.id(), caller.device(), wish.wishes(), wish.ofLastResort())))
        .build();
  }
}
