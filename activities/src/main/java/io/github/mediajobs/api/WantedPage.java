package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of jobs, each with an id, which their record can hold. */
record WantedPage<J extends MediaJob>(JobOperation<J> operation, ListQuery query)
    implements Wanted<JobPage<J>> {
  @Override
  public String name() {
    return "the list";
  }

  @Override
  public Optional<Found<JobPage<J>>> find(JsonNode response) {
    JsonNode items = response.at(operation.list().items());
    if (!items.isArray()) {
      return Optional.empty();
    }
    return Optional.of(
        (region, requestId, secrets) ->
            new JobPage<>(
                jobs(items),
                operation.list().paging().next(response, query.token(), query.size()).orElse(null),
                region,
                requestId));
  }

  private List<J> jobs(JsonNode items) throws UnfitException, JsonProcessingException {
    List<J> jobs = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.path(operation.idField()).asText("").isBlank()) {
        throw new UnfitException("a list whose job %d has no id".formatted(jobs.size() + 1));
      }
      jobs.add(operation.decode(item));
    }
    return jobs;
  }
}
