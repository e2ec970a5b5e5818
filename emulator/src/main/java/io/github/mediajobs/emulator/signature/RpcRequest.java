package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Parameter;
import io.github.mediajobs.emulator.http.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request signed with HMAC-SHA1 in version 1.0 of RPC signatures, in its query or form. Source:
 * the vendor's page on the V2 request syntax and signature for RPC APIs.
 */
record RpcRequest(Request request) implements SignedRequest {
  private static final String SIGNATURE = "Signature";
  private static final Set<String> PARAMETERS =
      Set.of(
          "AccessKeyId",
          "Timestamp",
          "SignatureNonce",
          "SignatureMethod",
          "SignatureVersion",
          SIGNATURE);
  private static final Set<String> COMMON =
      Stream.concat(
              PARAMETERS.stream(),
              Stream.of("Action", "Version", "Format", "SecurityToken", "RegionId"))
          .collect(Collectors.toUnmodifiableSet());

  static boolean isRpc(Request request) {
    return request.header("authorization") == null
        && request.parameters().stream().map(Parameter::name).anyMatch(PARAMETERS::contains);
  }

  @Override
  public String action() {
    return parameter("Action");
  }

  @Override
  public String version() {
    return parameter("Version");
  }

  @Override
  public String accessKeyId() {
    return ApiError.required(parameter("AccessKeyId"), "AccessKeyId");
  }

  @Override
  public String timestamp() {
    return parameter("Timestamp");
  }

  @Override
  public String nonce() {
    return parameter("SignatureNonce");
  }

  @Override
  public String securityToken() {
    return parameter("SecurityToken");
  }

  @Override
  public Set<String> ownParameters() {
    return COMMON;
  }

  @Override
  public void checkSignature(Credential credential) {
    checkForm("SignatureMethod", "HMAC-SHA1");
    checkForm("SignatureVersion", "1.0");
    String signature = ApiError.required(parameter(SIGNATURE), SIGNATURE);
    String text = stringToSign();
    if (!Digest.same(Digest.hmacSha1(credential.secret() + "&", text), signature)) {
      throw new RefusedException(
          ApiError.SIGNATURE_DOES_NOT_MATCH.with(
              "server string to sign is: " + withoutToken(text)));
    }
  }

  private void checkForm(String parameter, String expected) {
    if (!ApiError.required(parameter(parameter), parameter).equals(expected)) {
      throw new RefusedException(
          ApiError.INCOMPLETE_SIGNATURE.with("Expected %s %s.".formatted(parameter, expected)));
    }
  }

  private String stringToSign() {
    List<Parameter> signed =
        request.parameters().stream()
            .filter(parameter -> !parameter.name().equals(SIGNATURE))
            .toList();
    return request.method() + "&%2F&" + PercentEncoding.encode(CanonicalQuery.of(signed));
  }

  private String withoutToken(String text) {
    String token = securityToken();
    return token == null || token.isEmpty()
        ? text
        : text.replace(PercentEncoding.encode(PercentEncoding.encode(token)), "***");
  }

  private String parameter(String name) {
    return request.parameter(name).orElse(null);
  }
}
