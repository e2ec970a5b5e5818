package io.github.mediajobs.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;

import io.github.mediajobs.client.MediaJobsClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers when a job has ended; no thread waits meanwhile. */
@RestController
record Videos(MediaJobsClient jobs) {
  @GetMapping("/videos/{jobId}")
  CompletableFuture<String> video(@PathVariable String jobId) {
    var end = jobs.await(MEDIA_PRODUCING, jobId).within(Duration.ofHours(6)).async();
    return end.thenApply(it -> it.orElseThrow().mediaUrl());
  }
}
