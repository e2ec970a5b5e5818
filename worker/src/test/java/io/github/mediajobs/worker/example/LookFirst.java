package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.job.PackageJob;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The cookbook's submission to an API that takes no ClientToken: it looks before it submits. */
public final class LookFirst implements Submissions {
  private final MediaApi api;
  private final InstantSource clock;
  private final BinaryOperator<String> vendor;

  /** The vendor's SDK takes an input and UserData, and answers the job's id. */
  public LookFirst(MediaApi api, InstantSource clock, BinaryOperator<String> vendor) {
    this.api = api;
    this.clock = clock;
    this.vendor = vendor;
  }

  @Override
  public String submitPackage(String input, String key) {
    try {
      Optional<PackageJob> before = submittedBefore(key);
      return before.isPresent() ? before.get().jobId() : vendor.apply(input, key);
    } catch (ApiException e) {
      throw Activity.wrap(e);
    }
  }

  private Optional<PackageJob> submittedBefore(String key) throws ApiException {
    ListQuery query = ListQuery.newest().created(clock.instant().minus(Duration.ofDays(1)), null);
    while (true) {
      JobPage<PackageJob> page = api.list(PACKAGE, query, null);
      Optional<PackageJob> found =
          page.jobs().stream().filter(it -> key.equals(it.userData())).findFirst();
      if (found.isPresent() || page.next() == null) {
        return found;
      }
      query = query.at(page.next());
    }
  }

  @Override
  public String submitProducing(String timeline, String clientToken) {
    return vendor.apply(timeline, clientToken);
  }
}
