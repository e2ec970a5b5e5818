package io.github.mediajobs.api.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalRequestTest {
  @Test
  void separatesHeadersFromTheirNamesByAnEmptyLine() {
    CanonicalRequest request =
        new CanonicalRequest(
            "POST",
            new TreeMap<>(Map.of("b", "2", "a", "1 ")),
            new TreeMap<>(Map.of("x-acs-action", " Get ", "host", "h")),
            "hash");

    assertThat(request.text())
        .isEqualTo("POST\n/\na=1%20&b=2\nhost:h\nx-acs-action:Get\n\nhost;x-acs-action\nhash");
  }

  @Test
  void trimsAHeaderAsTheOfficialSignerDoes() {
    CanonicalRequest request =
        new CanonicalRequest(
            "POST",
            new TreeMap<>(),
            new TreeMap<>(Map.of("x-acs-a", " \t\u0001a b\u0000 ", "x-acs-b", "\u3000b")),
            "hash");

    assertThat(request.text()).contains("\nx-acs-a:a b\nx-acs-b:\u3000b\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'a b', a%20b",
    "'*', %2A",
    "'+', %2B",
    "'~-._', ~-._",
    "'/', %2F",
    "'\n', %0A",
    "'%', %25",
    "é, %C3%A9",
    "任务, %E4%BB%BB%E5%8A%A1",
    "😀, %F0%9F%98%80",
  })
  void encodesAsRfc3986(String raw, String encoded) {
    assertThat(PercentEncoding.encode(raw)).isEqualTo(encoded);
  }
}
