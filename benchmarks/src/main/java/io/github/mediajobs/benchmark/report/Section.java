package io.github.mediajobs.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a Markdown document that a run writes, between the comments {@code <!-- name -->} and
 * {@code <!-- /name -->}.
 *
 * @param document the file
 * @param name of the part
 */
public record Section(Path document, String name) {
  /**
   * Replaces what stands there.
   *
   * @param text Markdown
   * @throws IOException when the document cannot be written, or has no such part
   */
  public void write(String text) throws IOException {
    String before = Files.readString(document);
    String opening = "<!-- " + name + " -->\n";
    int start = before.indexOf(opening);
    int end = before.indexOf("<!-- /" + name + " -->");
    if (start < 0 || end < start) {
      throw new IOException("%s has no part <!-- %s -->".formatted(document, name));
    }
    Files.writeString(
        document, before.substring(0, start + opening.length()) + text + before.substring(end));
  }
}
