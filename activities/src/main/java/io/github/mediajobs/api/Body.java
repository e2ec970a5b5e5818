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

/** The body of an answer, read to its end, or why it could not be. */
final class Body {
  private static final byte[] NOTHING = {};

  private final byte[] bytes;
  private final IOException fault;

  private Body(byte[] bytes, IOException fault) {
    this.bytes = bytes;
    this.fault = fault;
  }

  /** Reads a body, and no more of it than the limit and one byte. */
  static Body read(InputStream stream, long limit) {
    try {
      byte[] bytes = stream.readNBytes(Math.toIntExact(limit + 1));
      return bytes.length > limit
          ? new Body(NOTHING, new TooLargeException(limit))
          : new Body(bytes, null);
    } catch (IOException e) {
      return new Body(NOTHING, e);
    }
  }

  /** Why the body was not read to its end. */
  Optional<IOException> fault() {
    return Optional.ofNullable(fault);
  }

  /** The JSON document, or a missing node when the body is none. */
  JsonNode json() {
    try {
      return Json.read(bytes);
    } catch (JsonProcessingException | UncheckedIOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The first part of the body as text, whatever it is. */
  String start(int length) {
    return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.UTF_8);
  }

  /** The body was past the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLargeException(long limit) {
      super("more than " + limit + " bytes");
    }
  }
}
