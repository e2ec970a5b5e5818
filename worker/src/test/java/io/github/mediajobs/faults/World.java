package io.github.mediajobs.faults;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/**
 * Temporal in memory with skipped time, a worker and the emulator. What is wrong with the way
 * between them is the setting; it can be put right while a wait goes on.
 */
final class World implements AutoCloseable {
  static final long MAX_BYTES = 1 << 20;
  static final ApiCredentials KEY = new ApiCredentials("STS.1", "secret-of-1", "token-of-1");
  private static final ApiCredentials NEXT_KEY =
      new ApiCredentials("STS.2", "secret-of-2", "token-of-2");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofSeconds(3);

  /** What no failure may repeat. */
  static final List<String> SECRETS =
      List.of(
          KEY.accessKeySecret(),
          KEY.securityToken(),
          NEXT_KEY.accessKeySecret(),
          NEXT_KEY.securityToken());

  private final Setting setting;
  private final SeenFailures failures = new SeenFailures();
  private final TestWorkflowEnvironment temporal;
  private final MediaJobsPlugin plugin;
  private final URI server;
  private final List<JobScript> jobs = new ArrayList<>();
  private volatile Emulator emulator;

  World(Setting setting) {
    this.setting = setting;
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setWorkerInterceptors(failures).build())
                .build());
    emulator = emulator(0, certificate());
    server = emulator.url();
    Duration off =
        switch (setting) {
          case CLOCK_FAST -> Duration.ofHours(1);
          case CLOCK_SLOW -> Duration.ofHours(-1);
          default -> Duration.ZERO;
        };
    plugin =
        new MediaJobsPlugin(
            new WorkerConfig(
                MediaJobs.TASK_QUEUE,
                Catalogue.standard(),
                api(),
                credentials(),
                new WebhookConfig(Set.of(), null)),
            () -> now().plus(off));
    plugin.initializeWorker(MediaJobs.TASK_QUEUE, temporal.newWorker(MediaJobs.TASK_QUEUE));
    temporal.start();
    if (setting.repaired()) {
      repairAfterAll();
    }
    if (setting == Setting.REFUSED) {
      emulator.close();
    }
  }

  private SSLContext certificate() {
    return switch (setting) {
      case TLS -> Certificates.right();
      case TLS_OF_ANOTHER_NAME -> Certificates.ofAnotherName();
      case TLS_EXPIRED -> Certificates.expired();
      case TLS_OF_NOBODY_KNOWN -> Certificates.ofNobodyKnown();
      default -> null;
    };
  }

  private Emulator emulator(int port, SSLContext certificate) {
    Instant firstEnds =
        now().plus(Duration.ofSeconds(setting == Setting.TOKEN_EXPIRES ? 30 : 1L << 32));
    return Emulator.start(
        EmulatorOptions.defaults()
            .withPort(port)
            .withClock(this::now)
            .withTls(certificate)
            .withCredentials(temporary(KEY, firstEnds), temporary(NEXT_KEY, Instant.MAX)));
  }

  private static Credential temporary(ApiCredentials key, Instant end) {
    return Credential.temporary(key.accessKeyId(), key.accessKeySecret(), key.securityToken(), end);
  }

  private ApiConfig api() {
    Duration timeout = setting == Setting.IMPATIENT ? IMPATIENCE : PATIENCE;
    URI endpoint =
        switch (setting) {
          case UNKNOWN_HOST -> URI.create("https://mediajobs.invalid");
          case LOCALHOST -> URI.create("http://localhost:" + server.getPort());
          default -> server;
        };
    return new ApiConfig(
        "cn-shanghai",
        Map.of(Service.ICE.name(), endpoint, Service.MPS.name(), endpoint),
        OptionalDouble.of(1e6),
        timeout,
        timeout,
        MAX_BYTES);
  }

  private CredentialsSource credentials() {
    AtomicReference<ApiCredentials> given = new AtomicReference<>(KEY);
    return new CredentialsSource() {
      @Override
      public ApiCredentials credentials() {
        return given.get();
      }

      @Override
      public void refused(ApiCredentials refused) {
        if (setting == Setting.TOKEN_EXPIRES) {
          given.set(NEXT_KEY);
        }
      }
    };
  }

  Emulator emulator() {
    return emulator;
  }

  MediaJobsClient client() {
    return MediaJobsClient.create(temporal.getWorkflowClient());
  }

  SeenFailures failures() {
    return failures;
  }

  void add(JobScript job) {
    jobs.add(job);
    emulator.add(job);
  }

  /** Puts the way to the server right once the first attempt for each operation has failed. */
  private void repairAfterAll() {
    AtomicInteger failed = new AtomicInteger();
    failures.afterEach(
        () -> {
          if (failed.incrementAndGet() == Matrix.operations().size()) {
            emulator.close();
            emulator =
                emulator(server.getPort(), certificate() == null ? null : Certificates.right());
            jobs.forEach(emulator::add);
          }
        });
  }

  private Instant now() {
    return Instant.ofEpochMilli(temporal.currentTimeMillis());
  }

  @Override
  public void close() {
    temporal.close();
    plugin.close();
    emulator.close();
  }
}
