package io.github.mediajobs.official;

import com.aliyun.openapiutil.Client;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The official signer of RPC signatures of version 1.0: from a request to its Signature. */
public final class OfficialRpc implements Function<Map<String, ?>, String> {
  /**
   * Signs a request.
   *
   * @param request {@code method}, {@code query} (a map of strings, not encoded) and {@code
   *     accessKeySecret}
   * @return the signature in base 64
   */
  @Override
  public String apply(Map<String, ?> request) {
    try {
      return Client.getRPCSignature(
          strings(request.get("query")),
          (String) request.get("method"),
          (String) request.get("accessKeySecret"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> strings(Object map) {
    Map<String, String> strings = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((name, value) -> strings.put((String) name, (String) value));
    return strings;
  }
}
