package io.github.mediajobs.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.worker.WorkerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackConfigTest {
  private static Map<String, String> environment(
      String port, String keys, String url, String host) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MEDIAJOBS_CALLBACK_PORT", port);
    environment.put("MEDIAJOBS_CALLBACK_KEYS", keys);
    environment.put("MEDIAJOBS_CALLBACK_URL", url);
    environment.put("MEDIAJOBS_CALLBACK_HOST", host);
    environment.values().removeIf(value -> value == null);
    return environment;
  }

  @Test
  void nothingIsReceivedWithoutAPort() {
    assertThat(CallbackConfig.fromEnvironment(environment(null, "k", "http://a", null))).isEmpty();
    assertThat(CallbackConfig.fromEnvironment(environment(" ", "k", "http://a", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8080, , , , 127.0.0.1",
    "8080, ',', , localhost, localhost",
    "8080, k1, http://a, , 0.0.0.0",
    "8080, k1, http://a, 127.0.0.1, 127.0.0.1"
  })
  void strangersAreHeardOnlyWhenTheyMustSign(
      String port, String keys, String url, String host, String listening) {
    assertThat(CallbackConfig.fromEnvironment(environment(port, keys, url, host)))
        .hasValueSatisfying(it -> assertThat(it.host()).isEqualTo(listening))
        .hasValueSatisfying(it -> assertThat(it.port()).isEqualTo(8080));
  }

  @ParameterizedTest
  @CsvSource({
    "eighty, k1, http://a, , MEDIAJOBS_CALLBACK_PORT",
    "65536, k1, http://a, , MEDIAJOBS_CALLBACK_PORT",
    "-1, k1, http://a, , MEDIAJOBS_CALLBACK_PORT",
    "8080, k1, , , MEDIAJOBS_CALLBACK_URL",
    "8080, , , 0.0.0.0, MEDIAJOBS_CALLBACK_KEYS",
    "8080, , http://a, 10.1.2.3, MEDIAJOBS_CALLBACK_KEYS"
  })
  void aWrongValueIsAnErrorThatNamesItsVariable(
      String port, String keys, String url, String host, String named) {
    assertThatThrownBy(() -> CallbackConfig.fromEnvironment(environment(port, keys, url, host)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(named);
  }

  @Test
  void keysStandNowhere() {
    WorkerConfig config =
        WorkerConfig.fromEnvironment(environment("0", " new-key ,old-key,", "http://a", null));
    assertThat(config.callbacks().orElseThrow().keys()).isEqualTo(List.of("new-key", "old-key"));
    assertThat(config.toString()).contains("keys=2").doesNotContain("new-key", "old-key");
    assertThatThrownBy(() -> WorkerConfig.fromEnvironment(environment("0", "new-key", null, null)))
        .hasMessageNotContaining("new-key");
  }
}
