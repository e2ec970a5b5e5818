package io.github.mediajobs.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run, in the folder {@code benchmarks}, leaves what it found.
 *
 * @param name of the measurement: of its files in {@code results} and of its part of {@code
 *     docs/performance.md}
 */
public record Results(String name) {
  private static final Path FOLDER = Path.of("results");
  private static final Path DOCUMENT = Path.of("..", "docs", "performance.md");

  /**
   * Writes the figures and the table.
   *
   * @param json for programs
   * @param markdown for people
   * @throws IOException when one of both cannot be written
   */
  public void write(JsonNode json, String markdown) throws IOException {
    file("json", json.toPrettyString() + "\n");
    new Section(DOCUMENT, name).write(markdown);
  }

  /**
   * Writes the picture.
   *
   * @param svg a document
   * @throws IOException when it cannot be written
   */
  public void draw(String svg) throws IOException {
    file("svg", svg);
  }

  private void file(String type, String text) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + "." + type), text);
  }
}
