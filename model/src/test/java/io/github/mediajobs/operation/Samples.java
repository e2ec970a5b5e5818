package io.github.mediajobs.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendor's own sample responses, one a catalogue entry. */
public final class Samples {
  private Samples() {}

  public static JsonNode response(JobOperation<?> operation) {
    try (InputStream in =
        Samples.class.getResourceAsStream("/samples/" + operation.action() + ".json")) {
      return Json.read(Objects.requireNonNull(in, operation.action()).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode job(JobOperation<?> operation) {
    return operation.find(response(operation)).orElseThrow();
  }

  static Set<String> names() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(Samples.class.getResource("/samples")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .collect(Collectors.toSet());
    }
  }
}
