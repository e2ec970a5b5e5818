package io.github.mediajobs.operation;

import java.util.Objects;

/**
 * Jobs that take about as long as one another.
 *
 * @param operation the API's name of the operation
 * @param variant what the job names beside it, such as {@code TemplateId=t1}; empty for nothing
 */
public record JobKind(String operation, String variant) {
  public JobKind {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(variant, "variant");
  }

  @Override
  public String toString() {
    return variant.isEmpty() ? operation : operation + " with " + variant;
  }
}
