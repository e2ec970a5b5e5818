package io.github.mediajobs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The List operations and the events, by hand from the vendor's pages. */
class ListingsTest {
  /** Action, where the items stand, then every parameter. */
  private static final Map<String, List<String>> LISTINGS =
      Map.of(
          "GetDynamicImageJob",
          List.of(
              "ListDynamicImageJobs",
              "/Jobs",
              "JobId",
              "Status",
              "StartOfCreateTime",
              "EndOfCreateTime",
              "OrderBy",
              "PageSize",
              "NextPageToken"),
          "GetMediaProducingJob",
          List.of(
              "ListMediaProducingJobs",
              "/MediaProducingJobList",
              "Keyword",
              "Status",
              "StartTime",
              "EndTime",
              "SortBy",
              "MaxResults",
              "NextToken"),
          "GetLiveSnapshotJob",
          List.of(
              "ListLiveSnapshotJobs",
              "/JobList",
              "SearchKeyWord",
              "Status",
              "StartTime",
              "EndTime",
              "SortBy",
              "PageSize",
              "PageNo"),
          "GetPackageJob",
          List.of(
              "ListPackageJobs",
              "/PackageJobList/PackageJobs",
              "JobId",
              "Status",
              "StartOfCreateTime",
              "EndOfCreateTime",
              "OrderBy",
              "PageSize",
              "NextPageToken"));

  static Stream<JobOperation<?>> listed() {
    return Catalogue.standard().operations().stream().filter(it -> it.list() != null);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void aListingIsAskedAsItsPageSays(JobOperation<?> operation) {
    JobListing list = operation.list();
    assertThat(
            List.of(
                list.action(),
                list.items().toString(),
                list.filters().jobId(),
                list.filters().status(),
                list.filters().from(),
                list.filters().to(),
                list.order().parameter(),
                list.paging().size(),
                list.paging().token()))
        .isEqualTo(LISTINGS.get(operation.action()));
  }

  @Test
  void everyListingHasItsLineHere() {
    assertThat(listed().map(JobOperation::action).collect(Collectors.toSet()))
        .isEqualTo(LISTINGS.keySet());
  }

  @Test
  void theEndOfAJobHasTheEventThatTheVendorNames() {
    assertThat(
            Catalogue.standard().operations().stream()
                .filter(it -> it.event() != null)
                .collect(Collectors.toMap(JobOperation::action, JobOperation::event)))
        .isEqualTo(
            Map.of(
                "GetDynamicImageJob", "DynamicImageComplete",
                "GetMediaProducingJob", "ProduceMediaComplete",
                "QueryIProductionJob", "AIProduceComplete"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"Next\":\"abc\"}', abc",
    "'{\"Next\":\"\"}', ",
    "'{\"Next\":null}', ",
    "'{}', ",
  })
  void aTokenIsReadFromThePage(String response, String next) {
    Paging paging = new Paging.ByToken("PageSize", "Token", JsonPointer.compile("/Next"));
    assertThat(paging.next(Json.embedded(response).orElseThrow(), "old", 100))
        .isEqualTo(Optional.ofNullable(next));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"All\":201}', , 2",
    "'{\"All\":201}', 2, 3",
    "'{\"All\":201}', 3, ",
    "'{\"All\":200}', 2, ",
    "'{\"All\":0}', , ",
    "'{}', , "
  })
  void aNumberFollowsAsLongAsThereAreJobs(String response, String token, String next) {
    Paging paging = new Paging.ByNumber("PageSize", "PageNo", JsonPointer.compile("/All"));
    assertThat(paging.next(Json.embedded(response).orElseThrow(), token, 100))
        .isEqualTo(Optional.ofNullable(next));
  }
}
