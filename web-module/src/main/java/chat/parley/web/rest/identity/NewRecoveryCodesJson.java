package chat.parley.web.rest.identity;

import chat.parley.identity.RecoveryCode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recovery codes, told this once. */
@Schema(name = "NewRecoveryCodes", description = "Recovery codes, told this once.")
public record NewRecoveryCodesJson(
    @Schema(example = "[\"7Q2K-9ZXA-0M3C-VT5H\"]") List<String> codes) {

  public NewRecoveryCodesJson {
    codes = List.copyOf(codes);
  }

  static NewRecoveryCodesJson of(List<RecoveryCode> codes) {
    return new NewRecoveryCodesJson(codes.stream().map(RecoveryCode::text).toList());
  }

  /** Without the codes. */
  @Override
  public String toString() {
    return "NewRecoveryCodesJson[]";
  }
}
