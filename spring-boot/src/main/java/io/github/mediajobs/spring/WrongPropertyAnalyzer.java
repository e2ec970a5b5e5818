package io.github.mediajobs.spring;

import io.github.mediajobs.failure.InvalidRequestException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a wrong property in one line, in place of the beans that could not be made without it. */
final class WrongPropertyAnalyzer extends AbstractFailureAnalyzer<InvalidRequestException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidRequestException cause) {
    String message = cause.getMessage();
    return message.startsWith("mediajobs.")
        ? new FailureAnalysis(
            message, "Correct the property, or the environment variable that sets it.", cause)
        : null;
  }
}
