package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingSettingsTest {

  private static final String ARN =
      "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd";

  private static final Optional<URI> VAULT = Optional.of(URI.create("https://vault.example:8200"));

  private static SealingSettings settings(List<String> masters, Optional<URI> vault) {
    return new SealingSettings(
        masters, Optional.empty(), vault, Optional.empty(), Optional.empty());
  }

  @Test
  void keysOfAllPlacesHaveNames() {
    List<String> names = List.of("keystore:master-2", ARN, "vault:teams/chat/transit/parley");

    assertThat(settings(names, VAULT).masters()).isEqualTo(names);
    assertThat(SealingSettings.region(ARN)).isEqualTo("us-gov-west-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "master",
        "keystore:",
        "keystore:a b",
        "arn:aws:kms:eu-central-1:111122223333:alias/parley",
        "arn:aws:s3:::bucket",
        "vault:parley",
        "vault:transit/../parley",
        "vault:transit//parley",
        "vault:transit/parley?x=1",
        "keystore:other"
      })
  void whatNamesNoKeyOrOneTwiceIsRefused(String name) {
    assertThatThrownBy(() -> settings(List.of("keystore:other", name), VAULT))
        .hasMessageStartingWith("The setting parley.sealing.masters must be a list of");
  }

  @Test
  void aKeyOfVaultNeedsItsAddress() {
    List<String> names = List.of("vault:transit/parley");

    for (Optional<URI> address :
        List.of(Optional.<URI>empty(), Optional.of(URI.create("vault.example:8200")))) {
      assertThatThrownBy(() -> settings(names, address))
          .hasMessageStartingWith("The setting parley.sealing.vault.address must be");
    }
  }
}
