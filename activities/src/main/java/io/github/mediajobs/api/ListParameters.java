package io.github.mediajobs.api;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.JobListing;
import io.github.mediajobs.operation.Paging;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A query under the names that a List operation has for its parts. */
final class ListParameters {
  private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private ListParameters() {}

  static SortedMap<String, String> of(JobListing list, ListQuery query) {
    SortedMap<String, String> parameters = new TreeMap<>();
    put(parameters, list.filters().jobId(), query.jobId());
    put(parameters, list.filters().status(), query.status());
    put(parameters, list.filters().from(), time(query.from()));
    put(parameters, list.filters().to(), time(query.to()));
    put(
        parameters,
        list.order().parameter(),
        query.newestFirst() ? list.order().newestFirst() : list.order().oldestFirst());
    put(parameters, list.paging().size(), Integer.toString(query.size()));
    put(parameters, list.paging().token(), token(list.paging(), query.token()));
    return parameters;
  }

  private static String token(Paging paging, String token) {
    if (token != null
        && paging instanceof Paging.ByNumber
        && !PAGE_NUMBER.matcher(token).matches()) {
      throw new InvalidRequestException("token", "expected the number of a page, got " + token);
    }
    return token;
  }

  private static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void put(SortedMap<String, String> parameters, String name, String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
