package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.signing.CanonicalRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  private static final SignedRequest SIGNED =
      SignedRequest.of(
          new Call(PACKAGE, "job-1", "cn-shanghai"),
          HttpUrl.get("https://ice.example.com"),
          TestApi.KEY,
          TestApi.NOW);

  static Stream<Record> holders() {
    Headers sent = SIGNED.request().headers();
    Map<String, String> headers = new TreeMap<>();
    sent.names().forEach(name -> headers.put(name, sent.get(name)));
    Body echo =
        Body.read(
            new ByteArrayInputStream(String.join(" ", SIGNED.secrets()).getBytes(UTF_8)),
            TestApi.MAX_BYTES);
    return Stream.of(
        TestApi.KEY,
        SIGNED,
        new CanonicalRequest(
            "POST", new TreeMap<>(), new TreeMap<>(headers), CanonicalRequest.EMPTY_BODY_HASH),
        new HttpAnswer(400, sent, echo));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void areNotInTheTextFormOfARecordThatHoldsThem(Record holder) {
    List<String> secrets = SIGNED.secrets();

    assertThat(secrets).hasSize(3).doesNotContain("");
    assertThat(holder.toString())
        .startsWith(holder.getClass().getSimpleName() + "[")
        .doesNotContain(secrets);
  }
}
