package chat.parley.web.rest.profile;

import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has which picture. */
@Schema(
    name = "PicturesOfPeople",
    description = "The pictures of those who have one and show it to the caller.")
public record PicturesOfPeopleJson(List<PictureOfPersonJson> items) {

  public PicturesOfPeopleJson {
    items = List.copyOf(items);
  }

  /** Somebody's picture. */
  @Schema(name = "PictureOfPerson", description = "Somebody's picture.")
  public record PictureOfPersonJson(
      @Schema(description = "Whose it is.") UUID id,
      @Schema(description = "Names the picture: another one has another name.") UUID picture) {}

  static PicturesOfPeopleJson of(Map<AccountId, MediaId> pictures) {
    return new PicturesOfPeopleJson(
        pictures.entrySet().stream()
            .map(each -> new PictureOfPersonJson(each.getKey().value(), each.getValue().value()))
            .toList());
  }
}
