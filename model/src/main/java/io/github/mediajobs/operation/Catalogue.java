package io.github.mediajobs.operation;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations that a worker, a client or a command knows. Immutable. */
public final class Catalogue {
  private final Map<String, JobOperation<?>> byName;
  private final List<JobOperation<?>> operations;

  private Catalogue(Collection<JobOperation<?>> all) {
    Map<String, JobOperation<?>> names = new LinkedHashMap<>();
    List<JobOperation<?>> once = new ArrayList<>();
    for (JobOperation<?> operation : all) {
      if (!names.containsKey(operation.action())) {
        once.add(operation);
      }
      for (String name : List.of(operation.action(), operation.alias())) {
        JobOperation<?> other = names.putIfAbsent(name, operation);
        if (other != null && !other.equals(operation)) {
          throw new IllegalArgumentException(
              "Two operations of the name %s: %s and %s"
                  .formatted(name, other.action(), operation.action()));
        }
      }
    }
    this.byName = Collections.unmodifiableMap(names);
    this.operations = List.copyOf(once);
  }

  /**
   * The five operations of {@link Operations}.
   *
   * @return the catalogue
   */
  public static Catalogue standard() {
    return new Catalogue(
        List.of(
            Operations.DYNAMIC_IMAGE,
            Operations.MEDIA_PRODUCING,
            Operations.LIVE_SNAPSHOT,
            Operations.PACKAGE,
            Operations.IPRODUCTION));
  }

  /**
   * This catalogue and one operation more.
   *
   * @param operation a user's own entry
   * @return a new catalogue
   * @throws IllegalArgumentException when its action or alias is taken
   */
  public Catalogue with(JobOperation<? extends MediaJob> operation) {
    List<JobOperation<?>> more = new ArrayList<>(operations());
    more.add(operation);
    return new Catalogue(more);
  }

  /**
   * Finds an operation.
   *
   * @param name the API's name or the alias
   * @return the entry, or empty
   */
  public Optional<JobOperation<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Finds an operation that an input names.
   *
   * @param name the API's name or the alias
   * @return the entry
   * @throws InvalidRequestException when there is none; the message lists those there are
   */
  public JobOperation<?> require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "operation", "unknown operation %s; known are %s".formatted(name, names())));
  }

  /**
   * All operations.
   *
   * @return the entries in the order in which they were added
   */
  public List<JobOperation<?>> operations() {
    return operations;
  }

  /**
   * Every name that {@link #find} takes, for messages to people.
   *
   * @return such as {@code GetPackageJob (package), ...}
   */
  public String names() {
    return operations().stream()
        .map(o -> o.action() + " (" + o.alias() + ")")
        .collect(Collectors.joining(", "));
  }
}
