package io.github.mediajobs.wire;

import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;

/**
 * The search attributes of runs. A namespace has to have both registered, as Keyword, before a run
 * is started with them; a run that is started without {@link #STATUS} never sets it.
 */
public final class MediaJobAttributes {
  /** What the run awaits: the API's name of an operation, such as {@code GetPackageJob}. */
  public static final SearchAttributeKey<String> OPERATION =
      SearchAttributeKey.forKeyword("MediaJobOperation");

  /**
   * How the wait of one job stands: {@link #WAITING} from its start, then its outcome such as
   * {@code FAILED}, or {@link #UNKNOWN}.
   */
  public static final SearchAttributeKey<String> STATUS =
      SearchAttributeKey.forKeyword("MediaJobStatus");

  /** The job goes on. */
  public static final String WAITING = "WAITING";

  /** The wait ended without an outcome: it failed or was cancelled. */
  public static final String UNKNOWN = "UNKNOWN";

  private MediaJobAttributes() {}

  /**
   * What a run that awaits one job starts with.
   *
   * @param operation the API's name
   * @return both attributes
   */
  public static SearchAttributes ofOneJob(String operation) {
    return SearchAttributes.newBuilder().set(OPERATION, operation).set(STATUS, WAITING).build();
  }

  /**
   * What a run that awaits many jobs starts with, which have no common status.
   *
   * @param operation the API's name
   * @return {@link #OPERATION} alone
   */
  public static SearchAttributes ofManyJobs(String operation) {
    return SearchAttributes.newBuilder().set(OPERATION, operation).build();
  }
}
