package io.github.mediajobs.emulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the README works as it stands. */
@ExtendWith(EmulatorExtension.class)
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(GET|POST|DELETE) +(/_emulator/\\w+) *(.*)");

  static List<String> examples() throws IOException {
    return Files.readAllLines(Path.of("README.md")).stream()
        .filter(line -> EXAMPLE.matcher(line).matches())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleWorks(String example, Emulator emulator) throws Exception {
    Matcher parts = EXAMPLE.matcher(example);
    assertThat(parts.matches()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.url() + parts.group(2)))
            .method(parts.group(1), BodyPublishers.ofString(parts.group(3)))
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
  }

  @Test
  void everyRouteHasAnExample(Emulator emulator) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.url() + "/_emulator/none")).build();
    String routes =
        new String(
            HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body(), UTF_8);
    List<String> named =
        examples().stream()
            .map(example -> example.replaceAll("(\\w+) +/_emulator/(\\w+).*", "$1 $2"))
            .distinct()
            .toList();
    assertThat(named).allSatisfy(name -> assertThat(routes).contains(name));
    assertThat(named).hasSize(routes.split(", ").length);
  }
}
