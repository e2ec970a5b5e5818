package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mediajobs.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The body of an answer, read to its end, or how it began and why there is no more. */
final class Body {
  private static final int START = 1 << 16;
  private static final int PORTION = 1 << 13;

  private final byte[] bytes;
  private final IOException fault;

  private Body(byte[] bytes, IOException fault) {
    this.bytes = bytes;
    this.fault = fault;
  }

  /** A body of which nothing was read. */
  static Body unread(IOException fault) {
    return new Body(new byte[0], fault);
  }

  /** Reads a body, and no more of it than the limit and one byte. */
  static Body read(InputStream stream, long limit) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] portion = new byte[PORTION];
    try {
      while (read.size() <= limit) {
        int length = stream.read(portion, 0, (int) Math.min(PORTION, limit + 1 - read.size()));
        if (length < 0) {
          return new Body(read.toByteArray(), null);
        }
        read.write(portion, 0, length);
      }
      throw new TooLargeException(limit);
    } catch (IOException e) {
      byte[] all = read.toByteArray();
      return new Body(Arrays.copyOf(all, Math.min(all.length, START)), e);
    }
  }

  /** Why the body was not read to its end. */
  Optional<IOException> fault() {
    return Optional.ofNullable(fault);
  }

  /** The JSON document, or a missing node when the body is none or ambiguous. */
  JsonNode json() {
    if (fault != null) {
      return MissingNode.getInstance();
    }
    try {
      return Json.readUnambiguous(bytes);
    } catch (JsonProcessingException | UncheckedIOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The first 64 KiB as text, whatever they are. */
  String start() {
    return new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.UTF_8);
  }

  /** The body was past the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLargeException(long limit) {
      super("more than " + limit + " bytes");
    }
  }
}
