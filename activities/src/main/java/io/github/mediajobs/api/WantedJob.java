package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.http.Secrets;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.text.OneLine;
import java.util.Optional;

/** The job of an id, which its record can hold. */
record WantedJob<J extends MediaJob>(JobOperation<J> operation, String jobId)
    implements Wanted<JobRead<J>> {
  private static final int SHOWN = 64;

  @Override
  public String name() {
    return "the job";
  }

  @Override
  public Optional<Found<JobRead<J>>> find(JsonNode response) {
    return operation
        .find(response)
        .map(job -> (region, requestId, secrets) -> read(job, region, requestId, secrets));
  }

  private JobRead<J> read(ObjectNode job, String region, String requestId, Secrets secrets)
      throws UnfitException, JsonProcessingException {
    String id = job.path(operation.idField()).asText();
    if (!id.strip().equals(jobId.strip())) {
      throw new UnfitException(
          "an answer about another job, " + OneLine.of(secrets.hiddenIn(id), SHOWN));
    }
    return new JobRead<>(job, operation.decode(job), region, requestId);
  }
}
