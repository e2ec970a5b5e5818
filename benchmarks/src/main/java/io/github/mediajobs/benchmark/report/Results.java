package io.github.mediajobs.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run, in the folder {@code benchmarks}, leaves what it found.
 *
 * @param name of its files in {@code results} and of its part of the document
 * @param document the file that has the part
 */
public record Results(String name, Path document) {
  private static final Path FOLDER = Path.of("results");

  /**
   * A measurement of speed.
   *
   * @param name of its files in {@code results} and of its part of {@code docs/performance.md}
   */
  public Results(String name) {
    this(name, Path.of("..", "docs", "performance.md"));
  }

  /**
   * Writes the figures and the table.
   *
   * @param json for programs
   * @param markdown for people
   * @throws IOException when one of both cannot be written
   */
  public void write(JsonNode json, String markdown) throws IOException {
    file("json", json.toPrettyString() + "\n");
    new Section(document, name).write(markdown);
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
