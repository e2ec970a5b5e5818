package io.github.mediajobs.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page docs/spring-boot.md has every property that IDEs complete. */
class PageTest {
  private static final Path PAGE = Path.of("..", "docs", "spring-boot.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:mediajobs|management)\\.[a-z.-]+)` \\| .* \\| (.*) \\|$");

  @Test
  void itsTableHasEveryPropertyWithItsDefault() throws Exception {
    Map<String, String> table =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .collect(Collectors.toMap(it -> it.group(1), PageTest::told));
    Map<String, String> properties = properties();
    assertThat(table.keySet()).isEqualTo(properties.keySet());
    properties.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            assertThat(table.get(name)).as(name).isEqualTo("`" + value + "`");
          }
        });
  }

  private static String told(MatchResult row) {
    return row.group(2);
  }

  /** The defaults by the names; empty where there is none, or where it depends. */
  private static Map<String, String> properties() throws Exception {
    Map<String, String> properties = new TreeMap<>();
    for (URL file :
        Collections.list(
            PageTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      JsonNode metadata;
      try (InputStream json = file.openStream()) {
        metadata = new ObjectMapper().readTree(json);
      }
      for (JsonNode property : metadata.path("properties")) {
        String name = property.path("name").asText();
        if (name.startsWith("mediajobs.") || name.startsWith("management.health.mediajobs.")) {
          assertThat(property.path("description").asText()).as(name).isNotEmpty();
          JsonNode value = property.path("defaultValue");
          properties.put(name, value.isValueNode() ? value.asText() : "");
        }
      }
    }
    return properties;
  }
}
