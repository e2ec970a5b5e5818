package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;

/** The body of an answer, read to its end, or how it began and why there is no more. */
final class Body {
  private static final int START = 1 << 16;

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

  /** Reads a body, and no more of it than the limit and one of okio's segments, 8 KiB. */
  static Body read(InputStream stream, long limit) {
    // Its segments are pooled: a small body costs no more than its own bytes.
    BufferedSource source = Okio.buffer(Okio.source(stream));
    try {
      if (source.request(limit + 1)) {
        throw new TooLargeException(limit);
      }
      return new Body(source.readByteArray(), null);
    } catch (IOException e) {
      Buffer begun = source.getBuffer();
      return new Body(begun.snapshot((int) Math.min(begun.size(), START)).toByteArray(), e);
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
