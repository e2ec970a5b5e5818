package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The input of the activity {@code AnswerJoiners}.
 *
 * @param answer what all of them are told
 * @param joiners whom to tell
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerRequest(JoinAnswer answer, List<Joiner> joiners) {
  /** Copies the joiners. */
  public AnswerRequest {
    joiners = joiners == null ? List.of() : List.copyOf(joiners);
  }
}
