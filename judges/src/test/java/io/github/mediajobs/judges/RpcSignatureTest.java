package io.github.mediajobs.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.signature.AcceptedCredentials;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.emulator.signature.Nonces;
import io.github.mediajobs.emulator.signature.SignedRequest;
import io.github.mediajobs.emulator.signature.Verifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The emulator accepts the official RPC signatures. Every parameter has a value here: the vendor's
 * page signs all parameters, while the official signer leaves out the empty ones.
 */
@ExtendWith(OfficialExtension.class)
class RpcSignatureTest {
  private static final int REQUESTS = 2_000;
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final RandomText random = new RandomText(RandomText.SEED);

  @Test
  void theEmulatorAcceptsTheOfficialSignatureOfAnyRequest(Official official) {
    Function<Map<String, ?>, String> signer = official.rpc();
    int accepted = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Credential key =
          new Credential(
              random.visible(24),
              random.visible(40),
              random.once(2) ? random.visible(400) : null,
              null);
      String method = random.one(List.of("GET", "POST"));
      SortedMap<String, String> parameters = parameters(key);
      String signature =
          signer.apply(
              Map.of("method", method, "query", parameters, "accessKeySecret", key.secret()));
      parameters.put("Signature", signature);
      Request request = new Request(method, "/?" + encoded(parameters), Map.of(), new byte[0]);
      assertThatCode(() -> verifier(key).verify(SignedRequest.of(request), NOW))
          .as("request %d of seed %d: %s", i, RandomText.SEED, parameters)
          .doesNotThrowAnyException();
      accepted++;
    }
    assertThat(accepted).isEqualTo(REQUESTS);
  }

  private SortedMap<String, String> parameters(Credential key) {
    SortedMap<String, String> parameters = random.parameters(6);
    parameters.values().removeIf(String::isEmpty);
    parameters.put("AccessKeyId", key.accessKeyId());
    parameters.put("Timestamp", NOW.toString());
    parameters.put("SignatureNonce", random.word(32));
    parameters.put("SignatureMethod", "HMAC-SHA1");
    parameters.put("SignatureVersion", "1.0");
    if (key.securityToken() != null) {
      parameters.put("SecurityToken", key.securityToken());
    }
    return parameters;
  }

  private static Verifier verifier(Credential key) {
    return new Verifier(new AcceptedCredentials(List.of(key)), new Nonces());
  }

  /** As the official client sends a query. */
  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
