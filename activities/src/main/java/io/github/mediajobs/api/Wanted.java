package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.http.Secrets;
import java.util.Optional;

/**
 * What the answer to a call must hold.
 *
 * @param <T> what the caller gets of it
 */
interface Wanted<T> {
  /** What messages call it. */
  String name();

  /** Finds it in a response: where it stands, there is no error. */
  Optional<Found<T>> find(JsonNode response);

  /**
   * What stands in a response, not read yet.
   *
   * @param <T> what the caller gets of it
   */
  interface Found<T> {
    /**
     * Reads it.
     *
     * @param region where it was asked for
     * @param requestId the API's, or null
     * @param secrets hides them in a problem that quotes the answer
     * @return it, checked
     * @throws UnfitException when it is not what was asked for
     * @throws JsonProcessingException when a field has a type it cannot have
     */
    T read(String region, String requestId, Secrets secrets)
        throws UnfitException, JsonProcessingException;
  }

  /** Well-formed, and still not what was asked for. The message holds no secret. */
  final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String problem) {
      super(problem, null, false, false);
    }
  }
}
