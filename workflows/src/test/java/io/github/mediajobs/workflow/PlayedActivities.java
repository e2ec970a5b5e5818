package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.AnswerRequest;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.JoinRequest;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.ShareMediaJobActivities;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** What a waiting workflow does outside of itself, played and remembered. */
final class PlayedActivities implements AwaitMediaJobActivity, ShareMediaJobActivities {
  final List<Instant> polls = new CopyOnWriteArrayList<>();
  final List<Instant> joins = new CopyOnWriteArrayList<>();
  final List<AnswerRequest> answers = new CopyOnWriteArrayList<>();
  volatile Function<AwaitAttempt, Outcome> poll;
  volatile Predicate<JoinRequest> join;
  volatile Runnable answered = () -> {};
  private final LongSupplier millis;

  PlayedActivities(LongSupplier millis) {
    this.millis = millis;
  }

  @Override
  public Outcome await(RawValue argument) {
    AwaitAttempt attempt = WireInput.read(argument, AwaitAttempt::read);
    polls.add(now());
    return poll.apply(attempt);
  }

  @Override
  public boolean join(RawValue argument) {
    joins.add(now());
    return join.test(WireInput.read(argument, JoinRequest::read));
  }

  @Override
  public void answer(AnswerRequest request) {
    answers.add(request);
    answered.run();
  }

  private Instant now() {
    return Instant.ofEpochMilli(millis.getAsLong());
  }

  /** Signals the workflow whose activity runs. */
  static void signal(String name, Object argument) {
    var context = Activity.getExecutionContext();
    context
        .getWorkflowClient()
        .newUntypedWorkflowStub(context.getInfo().getWorkflowId())
        .signal(name, argument);
  }
}
