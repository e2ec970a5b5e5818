package io.github.mediajobs.official;

import com.aliyun.tea.TeaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What the official clients tell of an error that the API answered. */
public final class OfficialErrors implements Function<Throwable, Map<String, ?>> {
  /**
   * Reads an error.
   *
   * @param thrown by {@link OfficialReads}
   * @return {@code code}, {@code message}, {@code statusCode} and {@code data}, which holds the
   *     whole body; empty when the API did not answer an error
   */
  @Override
  public Map<String, ?> apply(Throwable thrown) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (thrown instanceof TeaException error) {
      told.put("code", error.getCode());
      told.put("message", error.getMessage());
      told.put("statusCode", error.getStatusCode());
      told.put("data", error.getData());
    }
    return told;
  }
}
