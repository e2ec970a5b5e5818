package io.github.mediajobs.api;

import io.github.mediajobs.api.signing.Acs3Signature;
import io.github.mediajobs.api.signing.CanonicalRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * A call put into HTTP: a signed POST with the parameters in the query and an empty body.
 *
 * @param signature lower-case hex, as the request holds it
 */
record SignedRequest(Request request, String signature) {
  static final String METHOD = "POST";

  private static final RequestBody EMPTY = RequestBody.create(new byte[0]);

  static SignedRequest of(Call<?> call, HttpUrl url, ApiCredentials credentials, Instant at) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("host", Endpoint.host(url));
    headers.put("x-acs-action", call.action());
    headers.put("x-acs-version", call.service().version());
    headers.put("x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString());
    headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.put("x-acs-content-sha256", CanonicalRequest.EMPTY_BODY_HASH);
    if (credentials.securityToken() != null) {
      headers.put("x-acs-accesskey-id", credentials.accessKeyId());
      headers.put("x-acs-security-token", credentials.securityToken());
    }
    CanonicalRequest canonical =
        new CanonicalRequest(METHOD, call.parameters(), headers, CanonicalRequest.EMPTY_BODY_HASH);
    String signature = Acs3Signature.signature(canonical, credentials.accessKeySecret());
    headers.put("accept", "application/json");
    headers.put("user-agent", "mediajobs");
    headers.put(
        "authorization",
        Acs3Signature.authorization(canonical, credentials.accessKeyId(), signature));
    Request request =
        new Request.Builder()
            .url(url.newBuilder().encodedQuery(canonical.encodedQuery()).build())
            .method(METHOD, EMPTY)
            .headers(Headers.of(headers))
            .build();
    return new SignedRequest(request, signature);
  }

  /** Without the headers, which hold the token and the signature. */
  @Override
  public String toString() {
    return "SignedRequest[%s %s]".formatted(request.method(), request.url());
  }
}
