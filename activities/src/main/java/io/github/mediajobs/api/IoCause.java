package io.github.mediajobs.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** An I/O error in one line. */
final class IoCause {
  private static final int LENGTH = 200;

  private IoCause() {}

  static String line(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return kind(e) + OneLine.of(message, LENGTH);
  }

  private static String kind(IOException e) {
    if (e instanceof UnknownHostException) {
      return "DNS: ";
    }
    if (e instanceof SSLException) {
      return "TLS: ";
    }
    return e instanceof InterruptedIOException ? "no answer in time: " : "";
  }
}
