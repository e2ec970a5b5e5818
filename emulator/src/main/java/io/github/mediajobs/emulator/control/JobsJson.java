package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.account.Account;
import io.github.mediajobs.emulator.job.JobView;
import io.github.mediajobs.emulator.traffic.Polls;
import io.github.mediajobs.json.Json;

/** All jobs with their polls as JSON. */
final class JobsJson {
  private JobsJson() {}

  static ObjectNode write(Account account) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode jobs = json.putArray("jobs");
    for (JobView job : account.jobs().list(account.now())) {
      Polls polls = account.calls().polls(job.jobId());
      ObjectNode view = jobs.addObject();
      view.put("operation", job.operation());
      view.put("jobId", job.jobId());
      view.put("status", job.status());
      if (job.endsAt() != null) {
        view.put("endsAt", job.endsAt().toString());
      }
      view.put("sample", job.sample());
      view.put("polls", polls.total());
      view.set("polledAt", Json.tree(polls.recent()));
    }
    return json;
  }
}
