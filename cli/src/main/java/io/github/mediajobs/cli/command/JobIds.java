package io.github.mediajobs.cli.command;

import io.github.mediajobs.failure.InvalidRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The job ids that a command line names, itself and in a file. */
final class JobIds {
  private JobIds() {}

  /** All ids, each once, in the order in which they were named. */
  static List<String> of(List<String> words, String from) {
    Set<String> ids = new LinkedHashSet<>(words == null ? List.of() : words);
    if (from != null) {
      ids.addAll(lines(from));
    }
    if (ids.isEmpty()) {
      throw new InvalidRequestException("JOB_ID", "missing; name a job, or a file with --from");
    }
    return List.copyOf(ids);
  }

  /** A name that the same jobs always get, so that whoever awaits them again comes back. */
  static String batchName(String operation, String region, List<String> until, List<String> ids) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String terms = String.join("\n", operation, region, String.valueOf(until));
      sha.update(terms.getBytes(StandardCharsets.UTF_8));
      for (String id : new TreeSet<>(ids)) {
        sha.update((byte) 0);
        sha.update(id.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static List<String> lines(String from) {
    try (InputStream file = from.equals("-") ? System.in : Files.newInputStream(Path.of(from));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      reader.lines().filter(line -> !line.isBlank()).forEach(lines::add);
      return lines;
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      throw new InvalidRequestException("--from", "cannot read " + from + ": " + e.getMessage());
    }
  }
}
