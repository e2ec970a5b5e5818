package io.github.mediajobs.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConfigTest {
  private static final String HOSTS = "MEDIAJOBS_WEBHOOK_HOSTS";
  private static final String SECRET = "MEDIAJOBS_WEBHOOK_SECRET";

  @Test
  void allowsNothingWithoutAnyVariable() {
    assertThat(WebhookConfig.fromEnvironment(Map.of())).isEqualTo(WebhookConfig.NONE);
    assertThat(WebhookConfig.fromEnvironment(Map.of(HOSTS, " , ", SECRET, "")))
        .isEqualTo(WebhookConfig.NONE);
  }

  @Test
  void readsHostsAndSecret() {
    WebhookConfig config =
        WebhookConfig.fromEnvironment(
            Map.of(HOSTS, " a.example.com,,B.Example.Com ,127.0.0.1", SECRET, " key "));

    assertThat(config.hosts())
        .containsExactlyInAnyOrder("a.example.com", "b.example.com", "127.0.0.1");
    assertThat(config.secret()).isEqualTo(" key ");
  }

  @Test
  void hasHostsInTheFormOfUrls() {
    assertThat(
            new WebhookConfig(
                    Set.of("Bücher.Example", "[0:0::1]", "::FFFF:10.1.2.3", "255.249.199.0"), "key")
                .hosts())
        .containsExactlyInAnyOrder("xn--bcher-kva.example", "::1", "10.1.2.3", "255.249.199.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:pa55@example.com",
        "pa55.example.com:443",
        "pa55.example.com/hook",
        "*.pa55.example.com",
        "pa 55",
        "55.1",
        "55.1.1.1.",
        "055.1.1.1",
        "55.1.1.256",
        "1.1.1.1.55",
        "2130706455",
        "[fe80::55%25eth0]",
        "fe80::55%eth0",
      })
  void refusesAnythingButHostsAndDoesNotRepeatIt(String wrong) {
    assertThatThrownBy(() -> WebhookConfig.fromEnvironment(Map.of(HOSTS, "a.example, " + wrong)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(HOSTS + ": expected exact host names")
        .hasMessageNotContaining("55");
    assertThatThrownBy(() -> new WebhookConfig(Set.of(wrong), "key"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("hosts: ");
  }

  @Test
  void doesNotShowTheSecret() {
    assertThat(new WebhookConfig(Set.of("a.example.com"), "key"))
        .hasToString("WebhookConfig[hosts=[a.example.com], secret=***]");
    assertThat(WebhookConfig.NONE).hasToString("WebhookConfig[hosts=[], secret=none]");
  }
}
