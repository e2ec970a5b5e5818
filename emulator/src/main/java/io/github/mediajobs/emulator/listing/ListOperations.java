package io.github.mediajobs.emulator.listing;

import static io.github.mediajobs.emulator.listing.ListOperation.Role.FROM;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.KEYWORD;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.NUMBER;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.ORDER;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.SIZE;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.STATUS;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.TO;
import static io.github.mediajobs.emulator.listing.ListOperation.Role.TOKEN;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.mediajobs.emulator.listing.ListOperation.Role;
import io.github.mediajobs.emulator.listing.ListOperation.Sizes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The List operations there are. Source: the operations' pages and the official Go SDK. */
final class ListOperations {
  private static final Map<String, Role> OF_CREATE_TIME =
      Map.of(
          "JobId", KEYWORD,
          "Status", STATUS,
          "StartOfCreateTime", FROM,
          "EndOfCreateTime", TO,
          "OrderBy", ORDER,
          "PageSize", SIZE,
          "NextPageToken", TOKEN);
  private static final Map<String, Boolean> BY_CREATE_TIME =
      Map.of("CreateTimeDesc", true, "CreateTimeAsc", false);

  private static final List<ListOperation> ALL =
      List.of(
          new ListOperation(
              "ListDynamicImageJobs",
              "GetDynamicImageJob",
              JsonPointer.compile("/Jobs"),
              Shape.of(
                  "CreateTime",
                  "FinishTime",
                  "Input/Media",
                  "Input/Type",
                  "JobId",
                  "ModifiedTime",
                  "Name",
                  "Output/Media",
                  "Output/Type",
                  "PipelineId",
                  "Status",
                  "SubmitTime",
                  "TemplateId",
                  "TriggerSource"),
              OF_CREATE_TIME,
              List.of("Init", "Success", "Fail"),
              BY_CREATE_TIME,
              new Sizes(1, 20),
              null,
              null),
          new ListOperation(
              "ListPackageJobs",
              "GetPackageJob",
              JsonPointer.compile("/PackageJobList/PackageJobs"),
              Shape.of(
                  "Code",
                  "CreateTime",
                  "FinishTime",
                  "Inputs/Input/Media",
                  "Inputs/Input/Type",
                  "JobId",
                  "Message",
                  "ModifiedTime",
                  "Name",
                  "Output/Media",
                  "Output/Type",
                  "PipelineId",
                  "Priority",
                  "Status",
                  "SubmitTime",
                  "TriggerSource",
                  "UserData"),
              OF_CREATE_TIME,
              List.of("Init", "Success", "Fail"),
              BY_CREATE_TIME,
              new Sizes(0, 20),
              null,
              null),
          new ListOperation(
              "ListMediaProducingJobs",
              "GetMediaProducingJob",
              JsonPointer.compile("/MediaProducingJobList"),
              Shape.of(
                  "ClipsParam",
                  "Code",
                  "CompleteTime",
                  "CreateTime",
                  "Duration",
                  "JobId",
                  "MediaId",
                  "MediaURL",
                  "Message",
                  "ModifiedTime",
                  "ProjectId",
                  "Status",
                  "TemplateId",
                  "UserData"),
              Map.of(
                  "Keyword", KEYWORD,
                  "Status", STATUS,
                  "StartTime", FROM,
                  "EndTime", TO,
                  "SortBy", ORDER,
                  "MaxResults", SIZE,
                  "NextToken", TOKEN),
              List.of("Init", "Failed", "Success", "Processing"),
              Map.of("CreationTime:Desc", true, "CreationTime:Asc", false),
              new Sizes(1, 10),
              null,
              Duration.ofDays(30)),
          new ListOperation(
              "ListLiveSnapshotJobs",
              "GetLiveSnapshotJob",
              JsonPointer.compile("/JobList"),
              Shape.of(
                  "CreateTime",
                  "JobId",
                  "JobName",
                  "SnapshotOutput/Bucket",
                  "SnapshotOutput/Endpoint",
                  "SnapshotOutput/StorageType",
                  "Status",
                  "TemplateId",
                  "TemplateName",
                  "TimeInterval"),
              Map.of(
                  "SearchKeyWord", KEYWORD,
                  "Status", STATUS,
                  "StartTime", FROM,
                  "EndTime", TO,
                  "SortBy", ORDER,
                  "PageSize", SIZE,
                  "PageNo", NUMBER),
              List.of("init", "paused", "started"),
              Map.of("desc", true, "asc", false),
              new Sizes(1, 10),
              Duration.ofDays(7),
              Duration.ofDays(30)));

  static final Map<String, ListOperation> BY_ACTION =
      ALL.stream().collect(Collectors.toUnmodifiableMap(ListOperation::action, it -> it));

  private ListOperations() {}
}
