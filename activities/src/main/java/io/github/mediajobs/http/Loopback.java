package io.github.mediajobs.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Addresses of this machine: the only ones to which plain http goes. */
public final class Loopback {
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern HOST = Pattern.compile("localhost|::1|127(\\." + BYTE + "){3}");

  private Loopback() {}

  /**
   * Whether nobody on the way can read what is sent.
   *
   * @param url an http or https URL
   * @return true for https, and for http to a loopback address
   */
  public static boolean httpsOrLoopback(HttpUrl url) {
    return url.isHttps() || HOST.matcher(url.host()).matches();
  }
}
