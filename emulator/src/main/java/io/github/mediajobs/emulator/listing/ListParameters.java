package io.github.mediajobs.emulator.listing;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Parameter;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.job.JobSearch;
import io.github.mediajobs.emulator.job.Place;
import io.github.mediajobs.emulator.listing.ListOperation.Role;
import io.github.mediajobs.emulator.listing.ListOperation.Sizes;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of one call of a List operation, by their roles. Empty ones count as absent. */
final class ListParameters {
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  private final ListOperation list;
  private final Map<Role, String> values = new EnumMap<>(Role.class);

  private ListParameters(ListOperation list) {
    this.list = list;
  }

  static ListParameters of(ListOperation list, Request request, Set<String> others) {
    ListParameters parameters = new ListParameters(list);
    for (Parameter parameter : request.parameters()) {
      Role role = list.parameters().get(parameter.name());
      if (role == null && !others.contains(parameter.name())) {
        throw invalid(parameter.name());
      }
      if (role != null && !parameter.value().isEmpty()) {
        parameters.values.put(role, parameter.value());
      }
    }
    return parameters;
  }

  JobSearch search(JobOperation<?> operation, Instant now) {
    Instant to = read(Role.TO, ListParameters::time).orElse(null);
    Instant from = read(Role.FROM, ListParameters::time).orElse(null);
    if (from == null && list.window() != null) {
      from = (to == null ? now : to).minus(list.window());
    }
    checkWindow(from, to == null ? now : to);
    int size = read(Role.SIZE, this::size).orElse(list.sizes().usual());
    return new JobSearch(
        operation,
        values.get(Role.KEYWORD),
        read(Role.STATUS, text -> Optional.of(text).filter(list.statuses()::contains)).orElse(null),
        from,
        to,
        read(Role.ORDER, text -> Optional.ofNullable(list.orders().get(text))).orElse(true),
        read(Role.TOKEN, Place::of).orElse(null),
        (number() - 1L) * size,
        size,
        list.parameter(Role.NUMBER) != null);
  }

  /** The number of the page, from 1. */
  int number() {
    return read(Role.NUMBER, text -> wholeNumber(text).filter(number -> number > 0)).orElse(1);
  }

  private void checkWindow(Instant from, Instant to) {
    boolean tooLong =
        list.longestWindow() != null
            && from != null
            && Duration.between(from, to).compareTo(list.longestWindow()) > 0;
    if (tooLong || (from != null && from.isAfter(to))) {
      throw invalid(list.parameter(Role.FROM));
    }
  }

  private <T> Optional<T> read(Role role, Function<String, Optional<T>> reader) {
    String text = values.get(role);
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(text);
    if (value.isEmpty()) {
      throw invalid(list.parameter(role));
    }
    return value;
  }

  private Optional<Integer> size(String text) {
    return wholeNumber(text)
        .filter(size -> size >= list.sizes().smallest() && size <= Sizes.LARGEST);
  }

  private static Optional<Integer> wholeNumber(String text) {
    return WHOLE_NUMBER.matcher(text).matches()
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return TIME.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static RefusedException invalid(String parameter) {
    return new RefusedException(
        new ApiError(
            400,
            "InvalidParameter",
            "The specified parameter \"%s\" is not valid.".formatted(parameter)));
  }
}
