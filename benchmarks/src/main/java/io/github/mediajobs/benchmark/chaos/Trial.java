package io.github.mediajobs.benchmark.chaos;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobView;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run with one seed: everything is begun, broken, mended, waited for and compared. */
final class Trial {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration GRACE = Pipeline.POLLING.notFoundGrace();
  private static final Duration TICK = Duration.ofSeconds(1);

  private final long seed;
  private final Effort effort;
  private final Scene scene;
  private final Plan plan;
  private final List<Pipeline> pipelines;
  private final Submission submission;

  private Trial(long seed, Effort effort, Scene scene) {
    this.seed = seed;
    this.effort = effort;
    this.scene = scene;
    SplittableRandom random = new SplittableRandom(seed);
    this.plan = Plan.of(scene.lanes(), effort, random.split());
    this.pipelines = Pipelines.all(effort, scene.webhook(), random.split());
    this.submission = new Submission(scene.emulator(), scene.client());
  }

  static Found run(long seed, Effort effort) throws Exception {
    Path folder = Path.of("target", "chaos", Long.toString(seed));
    empty(folder);
    try (Scene scene = new Scene(effort, folder)) {
      return new Trial(seed, effort, scene).run();
    }
  }

  private Found run() throws Exception {
    System.err.printf("seed %d%n", seed);
    plan.spells().forEach(it -> System.err.println(it.line()));
    try (submission) {
      long start = System.nanoTime();
      Instant begun = Instant.now();
      submission.begin(pipelines, effort.troubles().multipliedBy(2).dividedBy(3));
      plan.play(start);
      Instant mended = Instant.now();
      System.err.println("all is mended");
      scene.check();
      long open = awaitEnd();
      return found(begun, mended, open);
    }
  }

  private long awaitEnd() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long open = Histories.open(scene.direct());
      System.err.printf(
          "%,d of %,d runs started, %,d open%n", submission.started(), pipelines.size(), open);
      boolean over = submission.started() == pipelines.size() && open == 0;
      if (over || System.nanoTime() > end) {
        return open + pipelines.size() - submission.started();
      }
      LockSupport.parkNanos(TICK.toNanos());
    }
  }

  private Found found(Instant begun, Instant mended, long pending) throws Exception {
    Map<String, JobView> truth =
        scene.emulator().jobs().stream()
            .filter(it -> !it.sample())
            .collect(Collectors.toMap(JobView::jobId, Function.identity()));
    List<Expectation> expected = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    List<Detection> detections = new ArrayList<>();
    Histories histories = Histories.read(scene.direct());
    for (Pipeline pipeline : pipelines) {
      List<JobEnd> ends = ends(pipeline);
      for (int i = 0; i < pipeline.jobs().size(); i++) {
        Job job = pipeline.jobs().get(i);
        expected.add(expectation(pipeline, job, truth.get(job.id())));
        if (i < ends.size()) {
          said.add(said(pipeline, ends.get(i)));
        }
        detection(pipeline, job, histories, mended).ifPresent(detections::add);
      }
    }
    List<Ledger.Effect> effects = scene.ledger().effects();
    Verdict verdict = Verdict.of(expected, said, effects, scene.ledger().contradicted());
    return new Found(
        seed,
        effort.pipelines(),
        pending,
        verdict,
        plan.counts(),
        scene.clocks(),
        submission.refused(),
        effects.size(),
        scene.ledger().repeated().size(),
        scene.emulator().calls().total(),
        histories.events(),
        detections,
        plot(begun, detections));
  }

  private TroublesPlot plot(Instant begun, List<Detection> detections) {
    return new TroublesPlot(
        seed,
        plan.spells(),
        detections.stream().map(it -> since(begun, it.endedAt())).toList(),
        detections.stream().map(it -> since(begun, it.knownAt())).toList());
  }

  private static double since(Instant begun, Instant at) {
    return Duration.between(begun, at).toMillis() / 1e3;
  }

  /** None when the run has not ended, or could not find out. */
  private List<JobEnd> ends(Pipeline pipeline) throws IOException {
    WorkflowStub run = scene.direct().newUntypedWorkflowStub(pipeline.workflowId());
    try {
      return run.describe().getStatus() == WORKFLOW_EXECUTION_STATUS_RUNNING
          ? List.of()
          : pipeline.ends(run.getResult(JsonNode.class));
    } catch (WorkflowFailedException e) {
      System.err.printf("%s failed: %s%n", pipeline.workflowId(), e.getCause());
      return List.of();
    }
  }

  private static Expectation expectation(Pipeline pipeline, Job job, JobView truth) {
    OutcomeKind outcome = job.end();
    boolean ended = outcome == OutcomeKind.SUCCEEDED || outcome == OutcomeKind.FAILED;
    return new Expectation(
        pipeline.workflowId(),
        job.id(),
        outcome,
        ended ? truth.status() : null,
        keys(pipeline, job));
  }

  private static List<String> keys(Pipeline pipeline, Job job) {
    return pipeline.branch(job.end()).stream()
        .map(Step::name)
        .map(name -> pipeline.key(job) + "/" + name)
        .toList();
  }

  private static Said said(Pipeline pipeline, JobEnd end) {
    int completed =
        end.steps() == null
            ? 0
            : (int) end.steps().stream().filter(it -> it.status() == StepStatus.COMPLETED).count();
    return new Said(
        pipeline.workflowId(),
        end.reference().jobId(),
        end.kind().orElse(null),
        end.outcome().status(),
        completed);
  }

  private Optional<Detection> detection(
      Pipeline pipeline, Job job, Histories histories, Instant mended) {
    Instant knownAt = histories.steps().get(keys(pipeline, job).get(0));
    Instant startedAt = histories.starts().get(pipeline.workflowId());
    if (knownAt == null || startedAt == null) {
      return Optional.empty();
    }
    Instant endedAt =
        switch (job.end()) {
          case SUCCEEDED, FAILED -> submission.submittedAt(job).plus(job.length());
          case TIMED_OUT -> startedAt.plus(pipeline.deadline());
          case NOT_FOUND -> startedAt.plus(GRACE);
        };
    return Optional.of(
        new Detection(startedAt.isAfter(endedAt) ? startedAt : endedAt, mended, knownAt));
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
