package io.github.mediajobs.failure;

import io.github.mediajobs.text.OneLine;

/**
 * An input that can never work. The message names the field, what is wrong and what is allowed, on
 * one line.
 */
public final class InvalidRequestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the field.
   *
   * @param field the input's field, such as {@code polling.factor}
   * @param problem what is wrong with it and what is allowed
   */
  public InvalidRequestException(String field, String problem) {
    super(OneLine.of(field + ": " + problem));
  }
}
