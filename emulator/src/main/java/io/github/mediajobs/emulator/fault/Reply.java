package io.github.mediajobs.emulator.fault;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.http.Response;
import java.util.Map;

/** What a fault answers. */
public sealed interface Reply {
  /** What would be answered without the fault; for faults of the delivery alone. */
  record Usual() implements Reply {}

  /**
   * An error in the vendor's form, with a fresh RequestId.
   *
   * @param error status, code and message
   * @param headers more headers, such as {@code x-acs-retry-after}, sent as they are
   */
  record Refusal(ApiError error, Map<String, String> headers) implements Reply {
    public Refusal {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Any bytes: HTML, XML, gzip, garbage.
   *
   * @param response sent as it is, a Date header added
   */
  record Raw(Response response) implements Reply {}
}
