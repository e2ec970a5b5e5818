package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCredentialsTest {
  @Test
  void hideTheirSecrets() {
    assertThat(new ApiCredentials("AK1", "sk-secret", "sts-token"))
        .hasToString("ApiCredentials[accessKeyId=AK1, accessKeySecret=***, securityToken=***]");
    assertThat(new ApiCredentials("AK1", "sk-secret", null))
        .hasToString("ApiCredentials[accessKeyId=AK1, accessKeySecret=***, securityToken=none]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk-secret\n", "sk secret", "sk-secrét", "sk-secret\u007f"})
  void refuseWhatCannotStandInAHeaderWithoutRepeatingIt(String value) {
    assertThatThrownBy(() -> new ApiCredentials("AK1", value, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("access key secret")
        .hasMessageNotContaining("sk");
    assertThatThrownBy(() -> new ApiCredentials(value, "secret", null))
        .hasMessageContaining("access key id");
    assertThatThrownBy(() -> new ApiCredentials("AK1", "secret", value))
        .hasMessageContaining("security token");
  }
}
