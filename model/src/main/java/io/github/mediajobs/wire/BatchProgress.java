package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Instant;
import java.util.Map;

/**
 * The answer of the query {@code progress} of a batch.
 *
 * @param phase {@code WAITING} while a job goes on, then {@code STEPS} while steps run, {@code
 *     DONE}
 * @param jobs how many jobs there are
 * @param done how many of them are done, their steps included
 * @param outcomes how many are done of each kind; those whose state could not be found out are
 *     counted in none
 * @param deadlineAt when the waits end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchProgress(
    Progress.Phase phase,
    int jobs,
    int done,
    Map<OutcomeKind, Integer> outcomes,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant deadlineAt) {
  public BatchProgress {
    outcomes = Map.copyOf(outcomes);
  }
}
