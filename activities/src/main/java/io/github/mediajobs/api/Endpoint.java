package io.github.mediajobs.api;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.http.Loopback;
import java.net.URI;
import okhttp3.HttpUrl;

/** Which URLs may stand in for an API's own. */
final class Endpoint {
  private Endpoint() {}

  /**
   * Checks an endpoint. The message does not repeat it: a user name in it may be a secret.
   *
   * @param field what the endpoint was given as
   * @param endpoint the URL
   * @return the same URL
   * @throws InvalidRequestException when it is not {@code https://host[:port]}, or plain http to
   *     another machine
   */
  static HttpUrl url(String field, URI endpoint) {
    HttpUrl url = HttpUrl.get(endpoint);
    if (url == null || endpoint.getHost() == null) {
      throw new InvalidRequestException(
          field, "expected a URL such as https://host or https://host:port");
    }
    if (endpoint.getRawUserInfo() != null
        || !url.encodedPath().equals("/")
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw new InvalidRequestException(
          field, "leave out the path, the query and the user name; expected https://host[:port]");
    }
    if (!Loopback.httpsOrLoopback(url)) {
      throw new InvalidRequestException(
          field, "plain http is for loopback addresses only; use https for " + url.host());
    }
    return url;
  }

  /** The header Host, which is signed: with the port when it is not the scheme's own. */
  static String host(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }
}
