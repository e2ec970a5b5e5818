package io.github.mediajobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.faults.FaultRow.RequestId;
import io.github.mediajobs.faults.Play.Observed;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.OutcomeKind;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the matrix hits a wait for a job of every operation, over real sockets. All waits
 * go on at the same time; each is then judged by its row.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultMatrixTest {
  private static final int WAITS_AT_A_TIME = 100;
  private static final int WORLDS_AT_A_TIME = 4;
  private static final Duration HANG = Duration.ofMinutes(3);
  private static final Duration INEXACT = Duration.ofSeconds(10);
  private static final String EMULATORS_ID = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";

  private final Map<Cell, CompletableFuture<Observed>> played = new LinkedHashMap<>();
  private final Elsewhere elsewhere = new Elsewhere();

  @BeforeAll
  void play(@TempDir Path directory) throws Exception {
    Certificates.trustAuthority(directory.resolve("trusted.p12"));
    Matrix.cells(elsewhere).forEach(cell -> played.put(cell, new CompletableFuture<>()));
    ExecutorService worlds = Executors.newFixedThreadPool(WORLDS_AT_A_TIME);
    for (Setting setting : Setting.values()) {
      if (setting.perOperation()) {
        cells()
            .filter(cell -> cell.row().setting() == setting)
            .forEach(cell -> worlds.execute(() -> playIn(setting, Stream.of(cell))));
      } else if (setting != Setting.IMPATIENT) {
        worlds.execute(() -> playIn(setting, cells()));
      }
    }
    worlds.shutdown();
    if (!worlds.awaitTermination(HANG.toSeconds(), TimeUnit.SECONDS)) {
      worlds.shutdownNow();
    }
    // Last, when nothing else keeps the processors from making the short timeouts.
    playIn(Setting.IMPATIENT, cells());
  }

  private void playIn(Setting setting, Stream<Cell> cells) {
    try (World world = new World(setting)) {
      Iterator<Cell> left = cells.filter(cell -> cell.row().setting() == setting).iterator();
      while (left.hasNext()) {
        Map<Cell, Play> plays = new LinkedHashMap<>();
        while (left.hasNext() && plays.size() < WAITS_AT_A_TIME) {
          Cell cell = left.next();
          plays.put(cell, Play.start(world, cell));
        }
        plays.forEach((cell, play) -> played.get(cell).complete(play.end()));
      }
    }
  }

  @AfterAll
  void close() {
    elsewhere.close();
    Certificates.forgetAuthority();
  }

  Stream<Cell> cells() {
    return played.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void comesToWhatItsRowSays(Cell cell) {
    FaultRow row = cell.row();
    Observed seen = played.get(cell).getNow(null);
    assertThat(seen).as("what came of the wait, which has ended").isNotNull();
    List<ApplicationFailure> failures = afterTheFirstPoll(row, seen);
    failures.forEach(failure -> judge(row, failure));
    if (row.expected() instanceof Expected.Retried expected) {
      assertThat(failures)
          .hasSize(Math.max(1, row.faults().apply(cell).size()))
          .allSatisfy(failure -> assertRetried(failure, expected));
      assertOutcome(seen, OutcomeKind.SUCCEEDED, Play.BY_THE_EMULATOR);
    } else if (row.expected() instanceof Expected.Overcome) {
      assertThat(failures).isEmpty();
      assertOutcome(seen, OutcomeKind.SUCCEEDED, Play.BY_THE_EMULATOR);
      assertThat(String.join(" ", seen.refusals())).contains(row.says());
    } else if (row.expected() instanceof Expected.Taken expected) {
      assertThat(failures).isEmpty();
      boolean found = expected.outcome() == OutcomeKind.SUCCEEDED;
      assertOutcome(seen, expected.outcome(), found ? Answers.BY_THE_FAULT : null);
    } else if (row.expected() instanceof Expected.Ended expected) {
      assertThat(failures).singleElement().matches(ApplicationFailure::isNonRetryable);
      assertNoOutcome(seen, expected.failure());
    } else if (row.expected() instanceof Expected.Lost expected) {
      assertThat(failures).hasSizeGreaterThan(1);
      assertNoOutcome(seen, expected.failure());
    }
    if (row.setting().counted()) {
      assertThat(seen.calls()).as("calls").isEqualTo(seen.attempts() + signedAgain(seen));
    }
    assertThat(elsewhere.calls()).as("calls of where redirects lead").isZero();
  }

  /** Calls beside the one of each attempt: one, where the API refused the date or the nonce. */
  private static long signedAgain(Observed seen) {
    return seen.refusals().stream()
        .filter(code -> code.equals("SignatureNonceUsed") || code.startsWith("InvalidTimeStamp"))
        .limit(1)
        .count();
  }

  private static List<ApplicationFailure> afterTheFirstPoll(FaultRow row, Observed seen) {
    if (!row.midWait()) {
      return seen.failures();
    }
    assertThat(seen.failures()).isNotEmpty();
    assertThat(seen.failures().get(0).getType()).isEqualTo(FailureType.JOB_PENDING.wireName());
    return seen.failures().subList(1, seen.failures().size());
  }

  private static void assertRetried(ApplicationFailure failure, Expected.Retried expected) {
    assertThat(failure.getType()).isEqualTo(expected.failure().wireName());
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay())
        .isBetween(expected.delay().minus(INEXACT), expected.delay());
  }

  private static void assertOutcome(Observed seen, OutcomeKind kind, String told) {
    assertThat(seen.problem()).isNull();
    assertThat(seen.outcome().outcome()).isEqualTo(kind);
    assertThat(seen.outcome().polls()).isEqualTo(seen.attempts());
    if (told != null) {
      assertThat(seen.outcome().job().path(Answers.TOLD).asText()).isEqualTo(told);
    }
  }

  private static void assertNoOutcome(Observed seen, FailureType type) {
    assertThat(seen.outcome()).isNull();
    assertThat(seen.problem().type()).isEqualTo(type.wireName());
  }

  /** What holds for every failure. */
  private static void judge(FaultRow row, ApplicationFailure failure) {
    String message = failure.getOriginalMessage();
    assertThat(message).contains(row.says()).doesNotContain("\n", "\r");
    assertThat(message).doesNotContain(World.SECRETS).doesNotContainPattern("[0-9a-f]{64}");
    if (failure.getType().equals(FailureType.JOB_PENDING.wireName())) {
      return;
    }
    FailureDetails details = failure.getDetails().get(FailureDetails.class);
    assertThat(Json.write(details)).doesNotContain(World.SECRETS);
    switch (row.requestId()) {
      case NOWHERE -> assertThat(details.requestId()).as(message).isNull();
      case GIVEN -> assertThat(details.requestId()).as(message).isEqualTo(Answers.REQUEST_ID);
      case EMULATORS -> assertThat(details.requestId()).as(message).matches(EMULATORS_ID);
    }
    if (row.requestId() != RequestId.NOWHERE) {
      assertThat(message).contains("RequestId " + details.requestId());
    }
  }
}
