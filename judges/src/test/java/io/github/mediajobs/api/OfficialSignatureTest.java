package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.signing.Acs3Signature;
import io.github.mediajobs.api.signing.CanonicalRequest;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.judges.Official;
import io.github.mediajobs.judges.OfficialExtension;
import io.github.mediajobs.judges.RandomText;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our signatures are the official signer's, byte for byte. A query is a map on both sides, so no
 * request has a name twice.
 */
@ExtendWith(OfficialExtension.class)
class OfficialSignatureTest {
  private static final int REQUESTS = 10_000;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD");

  private final RandomText random = new RandomText(RandomText.SEED);

  @Test
  void whatTheClientSendsIsSignedAsTheOfficialSignerDoes(Official official) {
    Function<Map<String, ?>, String> signer = official.acs3();
    int same = 0;
    for (int i = 0; i < REQUESTS; i++) {
      ApiCredentials key =
          new ApiCredentials(
              random.visible(24).replace(",", "."),
              random.visible(40),
              random.once(2) ? random.visible(400) : null);
      JobOperation<?> operation = operation();
      SortedMap<String, String> parameters = new TreeMap<>();
      parameters.put(operation.idField(), random.any(256));
      Call<?> call =
          new Call<>(
              operation.service(), operation.action(), parameters, "any", "cn-shanghai", null);
      Request sent = SignedRequest.of(call, url(), key, instant()).request();
      assertThat(sent.header("authorization"))
          .as("request %d of seed %d: %s", i, RandomText.SEED, sent)
          .isEqualTo(signer.apply(asReceived(sent, key)));
      same++;
    }
    assertThat(same).isEqualTo(REQUESTS);
  }

  @Test
  void anyRequestIsSignedAsTheOfficialSignerDoes(Official official) {
    Function<Map<String, ?>, String> signer = official.acs3();
    int same = 0;
    for (int i = 0; i < REQUESTS; i++) {
      CanonicalRequest request =
          new CanonicalRequest(
              random.one(METHODS), random.parameters(6), headers(), random.word(64));
      String id = random.visible(24);
      String secret = random.any(40) + "s";
      assertThat(Acs3Signature.authorization(request, id, Acs3Signature.signature(request, secret)))
          .as("request %d of seed %d: %s", i, RandomText.SEED, request)
          .isEqualTo(
              signer.apply(
                  Map.of(
                      "method", request.method(),
                      "query", request.query(),
                      "headers", inAnyCase(request.headers()),
                      "bodyHash", request.bodyHash(),
                      "accessKeyId", id,
                      "accessKeySecret", secret)));
      same++;
    }
    assertThat(same).isEqualTo(REQUESTS);
  }

  private JobOperation<?> operation() {
    Service service = new Service("OWN", random.word(12), "{region}.example");
    return JobOperation.of(service, random.word(24), PackageJob.class)
        .idField(random.any(12) + "Id")
        .status(JobState.SUCCEEDED, "Success")
        .build();
  }

  private HttpUrl url() {
    HttpUrl.Builder url =
        new HttpUrl.Builder()
            .scheme(random.one(List.of("http", "https")))
            .host(
                random.once(4)
                    ? random.one(List.of("127.0.0.1", "::1", "localhost"))
                    : random.word(12) + ".aliyuncs.com");
    return random.once(2) ? url.port(1 + random.below(65535)).build() : url.build();
  }

  private Instant instant() {
    return Instant.EPOCH.plusMillis(1_700_000_000_000L + random.below(Integer.MAX_VALUE));
  }

  /** The request as a server reads it: its query decoded, all of its headers. */
  private static Map<String, ?> asReceived(Request sent, ApiCredentials key) {
    SortedMap<String, String> query = new TreeMap<>();
    sent.url()
        .queryParameterNames()
        .forEach(name -> query.put(name, sent.url().queryParameter(name)));
    SortedMap<String, String> headers = new TreeMap<>();
    sent.headers().names().forEach(name -> headers.put(name, sent.header(name)));
    return Map.of(
        "method", sent.method(),
        "query", query,
        "headers", headers,
        "bodyHash", headers.get("x-acs-content-sha256"),
        "accessKeyId", key.accessKeyId(),
        "accessKeySecret", key.accessKeySecret());
  }

  /** A host, at times a content type, and headers of the vendor with spaces around the values. */
  private SortedMap<String, String> headers() {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("host", random.word(20));
    if (random.once(2)) {
      headers.put("content-type", " " + random.any(20));
    }
    random
        .parameters(6)
        .forEach(
            (name, value) ->
                headers.put(
                    "x-acs-" + random.word(10).toLowerCase(Locale.ROOT), "  " + value + " \t"));
    return headers;
  }

  /** Names of headers mean the same in any case. */
  private Map<String, String> inAnyCase(Map<String, String> headers) {
    SortedMap<String, String> any = new TreeMap<>();
    headers.forEach(
        (name, value) -> any.put(random.once(2) ? name.toUpperCase(Locale.ROOT) : name, value));
    return any;
  }
}
