package chat.parley.web.rest.attachment;

import chat.parley.attachment.AttachmentContent;
import chat.parley.attachment.BeginAttachment;
import chat.parley.attachment.boundary.Attachments;
import chat.parley.media.MediaId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.web.json.BodyLimit;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files that go with messages, as ciphertext. */
@Path("/conversations/{id}/attachments/{attachment}")
@RequestScoped
@RolesAllowed(Roles.USER)
@Tag(name = "Attachments")
public class AttachmentsResource {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  @Inject private CurrentAccount caller;
  @EJB private Attachments attachments;

  /** Begins an upload, or goes on with one. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginUpload",
      summary = "Begin to upload a file, or learn how far it has come",
      description =
          "The caller chooses the id, encrypts the file, puts its parts in any order and several at a"
              + " time, completes it, and names it in the message that it goes with. What no message"
              + " has taken along within a day is removed; what one took is removed with it.")
  @APIResponseSchema(
      value = UploadJson.class,
      responseCode = "200",
      responseDescription = "What has arrived of it")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AttachmentTaken")
  @APIResponse(responseCode = "413", ref = "AttachmentTooLarge")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  @APIResponse(responseCode = "507", ref = "StoreFull")
  public UploadJson begin(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment,
      BeginUploadJson wish) {
    return UploadJson.of(
        attachments.begin(
            new BeginAttachment(
                caller.id(), PathIds.conversation(id), media(attachment), wish.size())));
  }

  /** Takes one part in. */
  @PUT
  @Path("/parts/{part}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(Limits.ATTACHMENT_PART_BYTES)
  @Operation(
      operationId = "putPart",
      summary = "Put one part of a file",
      description =
          "All have the size that beginUpload tells, but the last. Content-Length must say it. A part"
              + " may be put again.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "204", description = "The part is there")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AttachmentTaken")
  @APIResponse(responseCode = "507", ref = "StoreFull")
  public Response put(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment,
      @Parameter(ref = "part") @PathParam("part") String part,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
      InputStream body) {
    if (length == null || !LENGTH.matcher(length).matches()) {
      throw new InvalidInput("/", "Content-Length must say how many bytes there are.");
    }
    attachments.put(
        caller.id(),
        PathIds.conversation(id),
        media(attachment),
        number(part),
        body,
        Long.parseLong(length));
    return Response.noContent().build();
  }

  /** Signs a request that puts one part. */
  @POST
  @Path("/parts/{part}/way")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "signPartUpload",
      summary = "Learn how one part of a file is put past Parley",
      description =
          "Where the store of files is S3 and browsers reach it: a PUT of exactly these bytes. It may be"
              + " made again; so may putPart in its place. What has arrived is looked at when the upload"
              + " is completed.")
  @APIResponseSchema(
      value = WayJson.class,
      responseCode = "200",
      responseDescription = "The request, or nothing where parts go through Parley")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AttachmentTaken")
  public WayJson signPut(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment,
      @Parameter(ref = "part") @PathParam("part") String part,
      PartSumJson sum) {
    return WayJson.of(
        attachments.signedPut(
            caller.id(), PathIds.conversation(id), media(attachment), number(part), sum.sum()));
  }

  /** Signs a request for one part. */
  @GET
  @Path("/parts/{part}/way")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "signPartDownload",
      summary = "Learn how one part of a file is fetched past Parley",
      description =
          "For everybody who may read its message, where the store of files is S3 and browsers reach it:"
              + " a GET of the ciphertext of that part, or of one span of it.")
  @APIResponseSchema(
      value = WayJson.class,
      responseCode = "200",
      responseDescription = "The request, or nothing where parts go through Parley")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public WayJson signGet(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment,
      @Parameter(ref = "part") @PathParam("part") String part) {
    return WayJson.of(
        attachments.signedGet(
            caller.id(), PathIds.conversation(id), media(attachment), number(part)));
  }

  /** Says that all parts are there. */
  @POST
  @Path("/complete")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "completeUpload",
      summary = "Say that all parts of a file are there",
      description = "From now on a message can take it along. Harmless to repeat.")
  @APIResponse(responseCode = "204", description = "All of it is there")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AttachmentIncomplete")
  public Response complete(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment) {
    attachments.complete(caller.id(), PathIds.conversation(id), media(attachment));
    return Response.noContent().build();
  }

  /** Gives an upload up. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "cancelUpload",
      summary = "Give up a file that no message has taken along",
      description = "What went with a message goes with that message alone. Harmless to repeat.")
  @APIResponse(responseCode = "204", description = "Nothing of it waits to be sent")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response cancel(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment) {
    attachments.cancel(caller.id(), PathIds.conversation(id), media(attachment));
    return Response.noContent().build();
  }

  /** The ciphertext. */
  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "getAttachment",
      summary = "The ciphertext of a file, for everybody who may read its message",
      description =
          "Under one id it is the same for as long as it is there. One span of bytes may be asked for"
              + " (RFC 9110, section 14).")
  @APIResponse(
      responseCode = "200",
      description = "All of it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "206",
      description = "The span that was asked for",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "416", ref = "RangeUnsatisfiable")
  public Response get(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "attachment") @PathParam("attachment") String attachment,
      @Parameter(hidden = true) @HeaderParam("Range") @Nullable String header) {
    AttachmentContent content =
        attachments.read(caller.id(), PathIds.conversation(id), media(attachment));
    long bytes = content.bytes();
    ByteRange range = ByteRange.of(header, bytes);
    ByteRange span = range == null ? new ByteRange(0, bytes) : range;
    StreamingOutput body = out -> content.write(out, span.from(), span.length());
    Response.ResponseBuilder answer =
        Response.status(range == null ? Response.Status.OK : Response.Status.PARTIAL_CONTENT)
            .entity(body)
            .type(MediaType.APPLICATION_OCTET_STREAM)
            .header(HttpHeaders.CONTENT_LENGTH, span.length())
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attachment\"")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
    if (range != null) {
      answer.header("Content-Range", range.contentRange(bytes));
    }
    return answer.build();
  }

  private static int number(String part) {
    if (!NUMBER.matcher(part).matches()) {
      throw new NotFound();
    }
    return Integer.parseInt(part);
  }

  private static MediaId media(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new NotFound();
    }
    return new MediaId(value);
  }
}
