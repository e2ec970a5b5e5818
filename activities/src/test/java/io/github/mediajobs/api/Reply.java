package io.github.mediajobs.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What a server sends back, byte for byte. */
@FunctionalInterface
interface Reply {
  /** Sends it; the connection goes on when the result is true. */
  boolean send(OutputStream out) throws IOException;

  static Reply json(int status, String body, String... headers) {
    return of(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Reply of(int status, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Some Reason\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return out -> {
      out.write(head.toString().getBytes(StandardCharsets.UTF_8));
      out.write(body);
      return true;
    };
  }

  /** A raw text, after which the connection ends. */
  static Reply cut(String raw) {
    return out -> {
      out.write(raw.getBytes(StandardCharsets.UTF_8));
      return false;
    };
  }

  /** A raw text, after which nothing comes. */
  static Reply stall(String raw) {
    return out -> {
      out.write(raw.getBytes(StandardCharsets.UTF_8));
      return true;
    };
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
