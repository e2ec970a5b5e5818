package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.example.SnapshotJob.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.StepInput;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import io.github.mediajobs.worker.example.AssumedRole;
import io.github.mediajobs.worker.example.EncodedVideo;
import io.github.mediajobs.worker.example.FromClients;
import io.github.mediajobs.worker.example.InWorkflows;
import io.github.mediajobs.worker.example.LookFirst;
import io.github.mediajobs.worker.example.PublishPackage;
import io.github.mediajobs.worker.example.PublishedOnce;
import io.github.mediajobs.worker.example.ReadOnce;
import io.github.mediajobs.worker.example.Submissions;
import io.github.mediajobs.worker.example.Submitting;
import io.github.mediajobs.worker.example.Team;
import io.github.mediajobs.worker.example.Webhooks;
import io.github.mediajobs.worker.example.Workers;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/**
 * Every recipe of docs/cookbook.md does what the page says, with every workflow task replayed. The
 * recipe of a test with skipped time is a test itself.
 */
@Timeout(120)
class CookbookTest {
  private static final String USERS = "users";
  private static final String README = "readme";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String URL = "http://bucket.oss-cn-shanghai.aliyuncs.com/output.m3u8";

  /** A user's workflow; which recipe it follows depends on the test. */
  @WorkflowInterface
  public interface Recipe {
    @WorkflowMethod(name = "Recipe")
    String follow(String recipe, List<String> jobIds);
  }

  /** Follows one of the recipes for workflow code. */
  public static final class RecipeImpl implements Recipe {
    private static final ActivityOptions FIVE_MINUTES =
        ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(5)).build();

    private final Team team = Workflow.newActivityStub(Team.class, FIVE_MINUTES);
    private final Submissions submissions =
        Workflow.newActivityStub(Submissions.class, FIVE_MINUTES);

    @Override
    public String follow(String recipe, List<String> jobIds) {
      String jobId = jobIds.get(0);
      return switch (recipe) {
        case "awaited" -> InWorkflows.awaited(jobId);
        case "published" -> String.valueOf(InWorkflows.published(jobId, team));
        case "allAwaited" -> InWorkflows.allAwaited(jobIds).toString();
        case "patiently" -> InWorkflows.patiently(jobId, team);
        case "together" -> InWorkflows.together(jobId);
        case "paused" -> InWorkflows.paused(jobId);
        case "learnt" -> InWorkflows.learnt(jobId);
        case "elsewhere" -> InWorkflows.elsewhere(jobId);
        case "produced" -> Submitting.produced(jobId, submissions);
        default -> Submitting.packaged(jobId, submissions);
      };
    }
  }

  /** What the team's activities were asked for. */
  private static final class RecordedTeam implements Team {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public String publish(String url, String idempotencyKey) {
      return recorded("publish " + url + " " + idempotencyKey);
    }

    @Override
    public String invoice(String jobId, String idempotencyKey) {
      return recorded("invoice " + jobId + " " + idempotencyKey);
    }

    @Override
    public String alert(String jobId, String why) {
      return recorded("alert " + jobId + " " + why);
    }

    private String recorded(String what) {
      asked.add(what);
      return what;
    }
  }

  /** The README's activity. */
  private static final class Published implements PublishPackage.Publishing {
    @Override
    public String publish(String url, String idempotencyKey) {
      return url;
    }
  }

  /** A reviewer's workflow, which agrees at once. */
  @WorkflowInterface
  public interface Review {
    @WorkflowMethod(name = "ReviewVideo")
    String review(StepInput step);
  }

  /** Says under which id it ran. */
  public static final class ReviewImpl implements Review {
    @Override
    public String review(StepInput step) {
      return Workflow.getInfo().getWorkflowId();
    }
  }

  /** The vendor takes each submission, and loses the answer to the first one of each key. */
  private static final class Vendor {
    private final List<String> keys = new ArrayList<>();
    private JobScript next;

    synchronized String submit(String jobId, String key, boolean knowsTokens) {
      boolean known = keys.contains(key);
      keys.add(key);
      if (!known || !knowsTokens) {
        engine.emulator().add(next);
      }
      if (!known) {
        throw ApplicationFailure.newFailure("the answer was lost", "ServiceUnavailable");
      }
      return jobId;
    }
  }

  private static Engine engine;
  private static MediaApi api;
  private static final RecordedTeam TEAM = new RecordedTeam();
  private static final RecordedSteps STEPS = new RecordedSteps();
  private static final SQLiteDataSource DATABASE = new SQLiteDataSource();
  private static final AtomicReference<Submissions> SUBMISSIONS = new AtomicReference<>();

  /** Submissions as each test has them. */
  private static final class SubmissionsOfTheTest implements Submissions {
    @Override
    public String submitProducing(String timeline, String clientToken) {
      return SUBMISSIONS.get().submitProducing(timeline, clientToken);
    }

    @Override
    public String submitPackage(String input, String key) {
      return SUBMISSIONS.get().submitPackage(input, key);
    }
  }

  private String jobId;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    DATABASE.setUrl("jdbc:sqlite:" + directory.resolve("videos"));
    try (var connection = DATABASE.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE published (idempotency_key TEXT PRIMARY KEY, url TEXT)");
    }
    engine =
        new Engine(
            0,
            Catalogue.standard().with(SNAPSHOT),
            temporal -> {
              var users = temporal.newWorker(USERS);
              users.registerWorkflowImplementationTypes(RecipeImpl.class, EncodedVideo.Impl.class);
              users.registerActivitiesImplementations(TEAM, new SubmissionsOfTheTest());
              var readme = temporal.newWorker(README);
              readme.registerWorkflowImplementationTypes(PublishPackage.Impl.class);
              readme.registerActivitiesImplementations(new Published());
              temporal
                  .newWorker("publishing")
                  .registerActivitiesImplementations(new PublishedOnce.Impl(DATABASE));
              temporal.newWorker("on-call").registerActivitiesImplementations(STEPS);
              temporal.newWorker("reviews").registerWorkflowImplementationTypes(ReviewImpl.class);
            });
    api =
        new MediaApi(config(), () -> new ApiCredentials("emulator", "emulator", null), engine::now);
  }

  @AfterAll
  static void stop() {
    api.close();
    engine.close();
  }

  private static ApiConfig config() {
    return ApiConfig.defaults().withEndpoint(Service.ICE, engine.emulator().url());
  }

  @BeforeEach
  void anotherJob() {
    jobId = engine.newJobId();
  }

  private String followed(String recipe, String... more) {
    return started(recipe, "", more).getResult(String.class);
  }

  private WorkflowStub started(String recipe, String suffix, String... more) {
    List<String> ids = new ArrayList<>(List.of(jobId));
    ids.addAll(List.of(more));
    WorkflowStub run = engine.stub("Recipe", recipe + "-" + jobId + suffix, USERS);
    run.start(recipe, ids);
    return run;
  }

  private void succeeding(Duration length) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, length));
  }

  private void failing(Duration length) {
    engine.emulator().add(JobScript.failing(PACKAGE, jobId, length, "NoVideo", "not a video"));
  }

  @Test
  void awaitOneJob() {
    succeeding(HOUR);
    assertThat(followed("awaited")).isEqualTo(URL);
  }

  @Test
  void awaitOneJobThatFails() {
    failing(HOUR);
    assertThat(followed("awaited")).isEqualTo("failed: NoVideo");
  }

  @Test
  void awaitOneJobThatIsLate() {
    succeeding(Duration.ofHours(7));
    assertThat(followed("awaited")).isEqualTo("not done in six hours, last seen as Init");
  }

  @Test
  void awaitOneJobThatNobodyKnows() {
    assertThat(followed("awaited")).isEqualTo("no such job in cn-shanghai");
  }

  @Test
  void runWhatFollows() {
    succeeding(HOUR);
    assertThat(followed("published")).isEqualTo("true");
    String key = "published-%1$s/cn-shanghai/GetPackageJob/%1$s/".formatted(jobId);
    assertThat(TEAM.asked)
        .contains(
            "publish " + URL + " " + key + "publish", "invoice " + jobId + " " + key + "invoice");
  }

  @Test
  void runWhatFollowsAFailure() {
    failing(HOUR);
    assertThat(followed("published")).isEqualTo("false");
    assertThat(TEAM.asked).contains("alert " + jobId + " not packaged");
  }

  @Test
  void theReadmesWorkflow() {
    succeeding(HOUR);
    WorkflowStub run = engine.stub("PublishPackage", "readme-" + jobId, README);
    run.start(jobId);
    assertThat(run.getResult(Boolean.class)).isTrue();
  }

  @Test
  void theReadmesWorkflowWhenTheJobFails() {
    failing(HOUR);
    WorkflowStub run = engine.stub("PublishPackage", "readme-" + jobId, README);
    run.start(jobId);
    assertThat(run.getResult(Boolean.class)).isFalse();
    assertThat(STEPS.inputs(jobId)).hasSize(1);
  }

  @Test
  void awaitManyInAWorkflow() {
    succeeding(HOUR);
    String failing = jobId + "-failing";
    engine.emulator().add(JobScript.failing(PACKAGE, failing, HOUR, "NoVideo", "no"));
    assertThat(followed("allAwaited", failing)).isEqualTo("[" + URL + "]");
  }

  @Test
  void awaitABatch() throws Exception {
    succeeding(Duration.ZERO);
    String failing = jobId + "-failing";
    engine.emulator().add(JobScript.failing(PACKAGE, failing, Duration.ZERO, "NoVideo", "no"));
    assertThat(FromClients.nightly(engine.client(), List.of(jobId, failing)))
        .isEqualTo(Map.of(jobId, "SUCCEEDED", failing, "FAILED"));
    assertThat(STEPS.inputs(failing)).hasSize(1);
  }

  @Test
  void askSomebodyAtADeadlineAndWaitOn() {
    succeeding(Duration.ofHours(5));
    assertThat(followed("patiently")).isEqualTo(URL);
    assertThat(TEAM.asked).contains("alert " + jobId + " still Init");
  }

  @Test
  void shareAWait() {
    succeeding(HOUR);
    WorkflowStub one = started("together", "-one");
    WorkflowStub two = started("together", "-two");
    assertThat(List.of(one.getResult(String.class), two.getResult(String.class)))
        .containsExactly(URL, URL);
    String shared = WorkflowIds.await("cn-shanghai", PACKAGE, jobId, null);
    assertThat(engine.emulator().polls(jobId).total())
        .isEqualTo(engine.running(shared).getResult(Outcome.class).polls());
  }

  @Test
  void awaitAStatusOfAJobWithoutAnEnd() {
    engine
        .emulator()
        .add(
            JobScript.of(
                LIVE_SNAPSHOT,
                jobId,
                Phase.at(Duration.ZERO, "started"),
                Phase.at(HOUR, "paused")));
    assertThat(followed("paused")).isEqualTo("paused");
  }

  @Test
  void pollByWhatWasLearnt() {
    engine
        .emulator()
        .add(JobScript.succeeding(MEDIA_PRODUCING, jobId, HOUR).withFinal("MediaURL", "m"));
    assertThat(followed("learnt")).isEqualTo("m");
  }

  @Test
  void lookNowWhenASignalComes() {
    succeeding(HOUR);
    WorkflowStub run = engine.stub("EncodedVideo", "encoded-" + jobId, USERS);
    run.start(jobId);
    engine.temporal().sleep(HOUR);
    Instant told = engine.now();
    run.signal("encoded");
    assertThat(run.getResult(String.class)).isEqualTo(URL);
    assertThat(engine.lastPoll(told, jobId)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void followAWaitAndGiveItUp() {
    succeeding(Duration.ofHours(3));
    JobHandle<JobOutcome<PackageJob>> handle =
        engine.client().await(PACKAGE, jobId).polling(Pollings.EVERY_MINUTE).start();
    engine.temporal().sleep(Duration.ofSeconds(90));
    assertThat(FromClients.seen(engine.client(), jobId)).isEqualTo("Init after 2 polls");
    FromClients.givenUp(engine.client(), jobId);
    assertThatThrownBy(handle::result)
        .isInstanceOfSatisfying(
            JobStateUnknownException.class, it -> assertThat(it.type()).isEqualTo("Canceled"));
    assertThat(handle.describe().running()).isFalse();
  }

  @Test
  void submitOnceWithAClientToken() {
    Vendor vendor = new Vendor();
    vendor.next =
        JobScript.succeeding(MEDIA_PRODUCING, jobId, HOUR).withFinal("MediaURL", "http://m");
    SUBMISSIONS.set(
        new LookFirst(api, engine::now, (timeline, token) -> vendor.submit(jobId, token, true)));
    assertThat(followed("produced")).isEqualTo("http://m");
    assertThat(vendor.keys).hasSize(2).allMatch(vendor.keys.get(0)::equals);
    assertThat(vendor.keys.get(0)).hasSize(36);
  }

  @Test
  void lookBeforeASubmission() {
    Vendor vendor = new Vendor();
    SUBMISSIONS.set(
        new LookFirst(
            api,
            engine::now,
            (input, key) -> {
              vendor.next = JobScript.succeeding(PACKAGE, jobId, HOUR).with("UserData", key);
              return vendor.submit(jobId, key, false);
            }));
    assertThat(followed("packaged")).isEqualTo(URL);
    assertThat(vendor.keys).hasSize(1);
  }

  @Test
  void submitAgainWhatFailed() {
    List<String> keys = new CopyOnWriteArrayList<>();
    SUBMISSIONS.set(
        new LookFirst(
            api,
            engine::now,
            (input, key) -> {
              keys.add(key);
              String id = jobId + "-" + keys.size();
              engine
                  .emulator()
                  .add(
                      keys.size() < 3
                          ? JobScript.failing(PACKAGE, id, HOUR, "Busy", "later")
                          : JobScript.succeeding(PACKAGE, id, HOUR));
              return id;
            }));
    assertThat(followed("packaged")).isEqualTo(URL);
    assertThat(keys).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void handOnToOthers() throws Exception {
    succeeding(HOUR);
    var result = FromClients.handedOn(engine.client(), jobId, "http://127.0.0.1:9/");
    assertThat(result.steps())
        .extracting(StepResult::name)
        .containsExactlyInAnyOrder("publish", "review");
    assertThat(result.allStepsCompleted()).isTrue();
    String key = "media-job-pipeline/cn-shanghai/GetPackageJob/" + jobId;
    assertThat(result.step("review").orElseThrow().result().asText()).isEqualTo(key + "/review");
    assertThat(published(key + "/publish")).containsExactly(URL);
  }

  @Test
  void aReceiverKnowsWhatIsOurs() throws Exception {
    failing(HOUR);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      var result = FromClients.handedOn(engine.client(), jobId, receiver.url());
      assertThat(result.step("alert").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
      WebhookReceiver.Post post = receiver.posts().get(0);
      Instant sent = Instant.ofEpochSecond(Long.parseLong(post.timestamp()));
      assertThat(genuine(post, post.body(), sent)).isTrue();
      assertThat(genuine(post, post.body() + " ", sent)).isFalse();
      assertThat(genuine(post, post.body(), sent.plusSeconds(301))).isFalse();
    }
  }

  private static boolean genuine(WebhookReceiver.Post post, String body, Instant now)
      throws Exception {
    return Webhooks.genuine(Engine.WEBHOOK_SECRET, post.timestamp(), post.signature(), body, now);
  }

  @Test
  void haveAnEffectOnce() throws Exception {
    succeeding(Duration.ZERO);
    StepInput step = new StepInput(engine.await(PACKAGE, jobId, HOUR), "key of " + jobId);
    PublishedOnce publishing = new PublishedOnce.Impl(DATABASE);
    assertThat(publishing.publish(step)).isEqualTo("published");
    assertThat(publishing.publish(step)).isEqualTo("was published");
    assertThat(published(step.idempotencyKey())).containsExactly(URL);
  }

  private static List<String> published(String key) throws Exception {
    List<String> urls = new ArrayList<>();
    try (var connection = DATABASE.getConnection();
        var query =
            connection.prepareStatement("SELECT url FROM published WHERE idempotency_key = ?")) {
      query.setString(1, key);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          urls.add(rows.getString("url"));
        }
      }
    }
    return urls;
  }

  @Test
  void awaitAnOperationOfYourOwn() {
    assertThat(Workers.withSnapshots(Map.of()).catalogue().find("snapshot")).contains(SNAPSHOT);
    engine
        .emulator()
        .add(
            JobScript.of(
                    SNAPSHOT, jobId, Phase.at(Duration.ZERO, "Init"), Phase.at(HOUR, "Success"))
                .with("Count", 3));
    var outcome = engine.client().await(SNAPSHOT, jobId).outcome().orElseThrow();
    assertThat(outcome.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(outcome.count()).isEqualTo(3);
  }

  @Test
  void signWithTemporaryCredentials() {
    Instant end = engine.now().plus(HOUR);
    engine
        .emulator()
        .credentials(
            Credential.of("emulator", "emulator"),
            Credential.temporary("STS.1", "secret-of-sts-1", "token-of-sts-1", end),
            Credential.temporary(
                "STS.2", "secret-of-sts-2", "token-of-sts-2", end.plus(Duration.ofDays(9))));
    AtomicInteger asked = new AtomicInteger();
    AssumedRole role =
        new AssumedRole(
            () -> {
              int n = asked.incrementAndGet();
              return new AssumedRole.Session(
                  new ApiCredentials("STS." + n, "secret-of-sts-" + n, "token-of-sts-" + n),
                  n == 1 ? end : end.plus(Duration.ofDays(9)));
            },
            engine::now);
    engine.sign(role);
    try {
      succeeding(Duration.ofHours(3));
      assertThat(engine.await(PACKAGE, jobId, Duration.ofHours(6)).status()).isEqualTo("Success");
      assertThat(asked).hasValue(2);
    } finally {
      engine.sign(() -> new ApiCredentials("emulator", "emulator", null));
    }
  }

  @Test
  void whoeverIsRefusedAsksAnew() {
    AtomicInteger asked = new AtomicInteger();
    AssumedRole role =
        new AssumedRole(
            () ->
                new AssumedRole.Session(
                    new ApiCredentials("STS." + asked.incrementAndGet(), "s", "t"), Instant.MAX),
            engine::now);
    role.refused(role.credentials());
    assertThat(role.credentials().accessKeyId()).isEqualTo("STS.2");
    role.refused(new ApiCredentials("STS.1", "s", "t"));
    assertThat(role.credentials().accessKeyId()).isEqualTo("STS.2");
  }

  @Test
  void awaitJobsOfAnotherRegion() {
    succeeding(HOUR);
    assertThat(followed("elsewhere")).isEqualTo(URL);
    assertThat(FromClients.elsewhere(engine.client(), jobId).reference().region())
        .isEqualTo("cn-beijing");
  }

  @Test
  void readOnceWithoutTemporal() throws Exception {
    succeeding(Duration.ZERO);
    assertThat(
            ReadOnce.status(
                config(), () -> new ApiCredentials("emulator", "emulator", null), jobId))
        .isEqualTo("SUCCEEDED, as the API says Success");
  }
}
