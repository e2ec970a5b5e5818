package io.github.mediajobs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.PackageJob;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  /** The documented statuses, by hand from the operations' pages: operation, status, state. */
  static final List<Arguments> STATUSES =
      List.of(
          Arguments.of("GetDynamicImageJob", "Init", JobState.PENDING),
          Arguments.of("GetDynamicImageJob", "Success", JobState.SUCCEEDED),
          Arguments.of("GetDynamicImageJob", "Fail", JobState.FAILED),
          Arguments.of("GetMediaProducingJob", "Init", JobState.PENDING),
          Arguments.of("GetMediaProducingJob", "Queuing", JobState.PENDING),
          Arguments.of("GetMediaProducingJob", "Processing", JobState.RUNNING),
          Arguments.of("GetMediaProducingJob", "Success", JobState.SUCCEEDED),
          Arguments.of("GetMediaProducingJob", "Failed", JobState.FAILED),
          Arguments.of("GetLiveSnapshotJob", "init", JobState.PENDING),
          Arguments.of("GetLiveSnapshotJob", "paused", JobState.RUNNING),
          Arguments.of("GetLiveSnapshotJob", "started", JobState.RUNNING),
          Arguments.of("GetPackageJob", "Init", JobState.PENDING),
          Arguments.of("GetPackageJob", "Success", JobState.SUCCEEDED),
          Arguments.of("GetPackageJob", "Fail", JobState.FAILED),
          Arguments.of("QueryIProductionJob", "Queuing", JobState.PENDING),
          Arguments.of("QueryIProductionJob", "Analysing", JobState.RUNNING),
          Arguments.of("QueryIProductionJob", "Success", JobState.SUCCEEDED),
          Arguments.of("QueryIProductionJob", "Fail", JobState.FAILED));

  static Stream<Arguments> statuses() {
    return STATUSES.stream();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void everyDocumentedStatusHasItsMeaning(String action, String status, JobState state) {
    assertThat(Catalogue.standard().require(action).stateOf(status)).isEqualTo(state);
    assertThat(Catalogue.standard().require(action).stateOf(status + "\n")).isEqualTo(state);
  }

  @Test
  void everyEntryHasACaseForEachStatus() {
    Set<String> cases =
        STATUSES.stream().map(it -> it.get()[0] + " " + it.get()[1]).collect(Collectors.toSet());
    Set<String> table =
        operations()
            .flatMap(it -> it.statuses().keySet().stream().map(s -> it.action() + " " + s))
            .collect(Collectors.toSet());
    assertThat(cases).isEqualTo(table);
  }

  @Test
  void everyEntryHasASampleAndEverySampleAnEntry() throws Exception {
    assertThat(Samples.names())
        .isEqualTo(operations().map(JobOperation::action).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRecordKnowsItsOperation(JobOperation<?> operation) throws Exception {
    assertThat(operation.decode(Samples.job(operation)).operation()).isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "dynamic-image, GetDynamicImageJob",
    "media-producing, GetMediaProducingJob",
    "live-snapshot, GetLiveSnapshotJob",
    "package, GetPackageJob",
    "iproduction, QueryIProductionJob"
  })
  void anOperationIsFoundByAliasAndByName(String alias, String action) {
    assertThat(Catalogue.standard().require(alias))
        .isSameAs(Catalogue.standard().require(action))
        .extracting(JobOperation::action)
        .isEqualTo(action);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Catalogue.standard().require("GetTranscodeJob"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("operation")
        .hasMessageContaining("GetTranscodeJob")
        .hasMessageContaining("GetPackageJob (package)");
  }

  @Test
  void aUserAddsAnOperation() {
    JobOperation<PackageJob> own =
        JobOperation.of(Service.ICE, "GetSnapshotJob", PackageJob.class)
            .alias("snapshot")
            .jobAt("/SnapshotJob")
            .status(JobState.PENDING, "Init")
            .status(JobState.SUCCEEDED, "Success")
            .status(JobState.FAILED, "Fail")
            .build();
    Catalogue catalogue = Catalogue.standard().with(own);
    assertThat(catalogue.require("snapshot")).isEqualTo(own);
    assertThat(catalogue.operations()).hasSize(6).contains(own);
    assertThat(own.awaited()).containsExactly("Success");
  }

  @Test
  void aNameIsTakenOnce() {
    JobOperation<PackageJob> twin =
        JobOperation.of(Service.ICE, "GetOtherJob", PackageJob.class)
            .alias("package")
            .status(JobState.SUCCEEDED, "Done")
            .build();
    assertThatThrownBy(() -> Catalogue.standard().with(twin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("package");
  }

  @Test
  void anEntryWithoutAnEndNamesWhatToWaitFor() {
    JobOperation.Builder<PackageJob> standing =
        JobOperation.of(Service.ICE, "GetLiveRecordJob", PackageJob.class)
            .status(JobState.RUNNING, "started");
    assertThatThrownBy(standing::build).hasMessageContaining("no status to wait for");
    assertThat(standing.awaited("started").build().awaited()).containsExactly("started");
  }

  @Test
  void aStatusOutsideTheTableIsUnknownAndCannotBeAwaited() {
    assertThat(Operations.PACKAGE.stateOf("Paused")).isEqualTo(JobState.UNKNOWN);
    assertThat(Operations.PACKAGE.stateOf(null)).isEqualTo(JobState.UNKNOWN);
    assertThatThrownBy(() -> Operations.PACKAGE.awaitedOr(List.of("Success", "Paused")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("until")
        .hasMessageContaining("Paused")
        .hasMessageContaining("[Init, Success, Fail]");
  }
}
