package io.github.mediajobs.operation;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.mediajobs.operation.JobListing.Filters;
import io.github.mediajobs.operation.JobListing.Order;

/** The List operations of {@link Operations}. Source: the operations' pages and official SDKs. */
final class Listings {
  private static final Filters BY_CREATE_TIME =
      new Filters("JobId", "Status", "StartOfCreateTime", "EndOfCreateTime");
  private static final Order ORDER_BY = new Order("OrderBy", "CreateTimeDesc", "CreateTimeAsc");

  static final JobListing DYNAMIC_IMAGE =
      new JobListing(
          "ListDynamicImageJobs",
          JsonPointer.compile("/Jobs"),
          BY_CREATE_TIME,
          ORDER_BY,
          new Paging.ByToken("PageSize", "NextPageToken", JsonPointer.compile("/NextPageToken")));

  static final JobListing MEDIA_PRODUCING =
      new JobListing(
          "ListMediaProducingJobs",
          JsonPointer.compile("/MediaProducingJobList"),
          new Filters("Keyword", "Status", "StartTime", "EndTime"),
          new Order("SortBy", "CreationTime:Desc", "CreationTime:Asc"),
          new Paging.ByToken("MaxResults", "NextToken", JsonPointer.compile("/NextToken")));

  static final JobListing LIVE_SNAPSHOT =
      new JobListing(
          "ListLiveSnapshotJobs",
          JsonPointer.compile("/JobList"),
          new Filters("SearchKeyWord", "Status", "StartTime", "EndTime"),
          new Order("SortBy", "desc", "asc"),
          new Paging.ByNumber("PageSize", "PageNo", JsonPointer.compile("/TotalCount")));

  static final JobListing PACKAGE =
      new JobListing(
          "ListPackageJobs",
          JsonPointer.compile("/PackageJobList/PackageJobs"),
          BY_CREATE_TIME,
          ORDER_BY,
          new Paging.ByToken(
              "PageSize", "NextPageToken", JsonPointer.compile("/PackageJobList/NextPageToken")));

  private Listings() {}
}
