package io.github.mediajobs.official;

import com.aliyun.openapiutil.Client;
import com.aliyun.tea.TeaRequest;
import java.util.Map;
import java.util.function.Function;

/** The official signer of ACS3-HMAC-SHA256: from a request to its Authorization header. */
public final class OfficialAcs3 implements Function<Map<String, ?>, String> {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";

  /**
   * Signs a request.
   *
   * @param request {@code method}, {@code query} and {@code headers} (maps of strings, not
   *     encoded), {@code bodyHash} (lower-case hex), {@code accessKeyId} and {@code
   *     accessKeySecret}
   * @return the value of the header Authorization
   */
  @Override
  public String apply(Map<String, ?> request) {
    TeaRequest signed = TeaRequest.create();
    signed.method = (String) request.get("method");
    signed.pathname = "/";
    signed.query = OfficialRpc.strings(request.get("query"));
    signed.headers = OfficialRpc.strings(request.get("headers"));
    try {
      return Client.getAuthorization(
          signed,
          ALGORITHM,
          (String) request.get("bodyHash"),
          (String) request.get("accessKeyId"),
          (String) request.get("accessKeySecret"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
