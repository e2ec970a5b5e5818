package io.github.mediajobs.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;

import io.github.mediajobs.client.MediaJobsClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers how a job has ended, each way by its name. */
@RestController
record Endings(MediaJobsClient jobs) {
  @GetMapping("/videos/{jobId}/end")
  CompletableFuture<String> end(@PathVariable String jobId) {
    var end = jobs.await(MEDIA_PRODUCING, jobId).within(Duration.ofHours(6)).async();
    return end.thenApply(
        outcome ->
            outcome.fold(
                done -> done.job().mediaUrl(),
                failed -> "failed: " + failed.job().code(),
                late -> "not done in six hours",
                unknown -> "no such job"));
  }
}
