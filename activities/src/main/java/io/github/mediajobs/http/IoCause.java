package io.github.mediajobs.http;

import io.github.mediajobs.text.OneLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** An I/O error in one line. */
public final class IoCause {
  private static final int LENGTH = 200;

  private IoCause() {}

  /**
   * Tells what went wrong.
   *
   * @param e why there is no answer
   * @param secrets what the message may not repeat: okhttp quotes answers that are not HTTP
   * @return its message on one line, after {@code DNS}, {@code TLS} or {@code no answer in time}
   *     where it was one of these
   */
  public static String line(IOException e, Secrets secrets) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return kind(e) + OneLine.of(secrets.hiddenIn(message), LENGTH);
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
