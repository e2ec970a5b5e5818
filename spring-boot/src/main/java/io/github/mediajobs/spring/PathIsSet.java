package io.github.mediajobs.spring;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether callbacks have a path; an empty one is as none, as with every property. */
final class PathIsSet extends SpringBootCondition {
  @Override
  public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata type) {
    boolean set = !context.getEnvironment().getProperty("mediajobs.callback.path", "").isBlank();
    return new ConditionOutcome(set, "mediajobs.callback.path is " + (set ? "set" : "not set"));
  }
}
