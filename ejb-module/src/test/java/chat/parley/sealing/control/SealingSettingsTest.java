package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingSettingsTest {

  private static final String ARN =
      "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd";

  @Test
  void keysOfBothPlacesHaveNames() {
    List<String> names = List.of("keystore:master-2", ARN);

    assertThat(new SealingSettings(names, Optional.empty()).masters()).isEqualTo(names);
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
        "keystore:other"
      })
  void whatNamesNoKeyOrOneTwiceIsRefused(String name) {
    assertThatThrownBy(() -> new SealingSettings(List.of("keystore:other", name), Optional.empty()))
        .hasMessageStartingWith("The setting parley.sealing.masters must be a list of");
  }
}
