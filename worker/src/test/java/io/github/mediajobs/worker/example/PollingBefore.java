package io.github.mediajobs.worker.example;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * How jobs are awaited without this library: by hand, and by the patterns of Temporal's samples.
 */
public final class PollingBefore {
  private PollingBefore() {}

  /** The vendor's SDK: one read of a packaging job. */
  @FunctionalInterface
  public interface Vendor {
    String status(String jobId);
  }

  public static String byHand(Vendor vendor, String jobId) throws InterruptedException {
    while (true) {
      String status = vendor.status(jobId);
      if (status.equals("Success") || status.equals("Fail")) {
        return status;
      }
      Thread.sleep(10_000);
    }
  }

  /** The activities that the patterns need. */
  @ActivityInterface
  public interface Polls {
    String whileItLasts(String jobId);

    String unlessItGoesOn(String jobId);

    String now(String jobId);
  }

  /** The activities that the patterns need. */
  public static final class PollsImpl implements Polls {
    private final Vendor vendor;

    public PollsImpl(Vendor vendor) {
      this.vendor = vendor;
    }

    @Override
    public String whileItLasts(String jobId) {
      ActivityExecutionContext context = Activity.getExecutionContext();
      while (true) {
        String status = vendor.status(jobId);
        if (!status.equals("Init")) {
          return status;
        }
        context.heartbeat(status);
        pause(Duration.ofSeconds(1));
      }
    }

    @Override
    public String unlessItGoesOn(String jobId) {
      String status = vendor.status(jobId);
      if (status.equals("Init")) {
        throw ApplicationFailure.newFailure(jobId + " goes on", "NotReady");
      }
      return status;
    }

    @Override
    public String now(String jobId) {
      return vendor.status(jobId);
    }

    private static void pause(Duration length) {
      try {
        Thread.sleep(length.toMillis());
      } catch (InterruptedException e) {
        throw Activity.wrap(e);
      }
    }
  }

  public static String frequent(String jobId) {
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofHours(6))
            .setHeartbeatTimeout(Duration.ofSeconds(10))
            .build();
    return Workflow.newActivityStub(Polls.class, options).whileItLasts(jobId);
  }

  public static String infrequent(String jobId) {
    RetryOptions everyMinute =
        RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMinutes(1))
            .setBackoffCoefficient(1)
            .build();
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setRetryOptions(everyMinute)
            .build();
    return Workflow.newActivityStub(Polls.class, options).unlessItGoesOn(jobId);
  }

  /** A child workflow that polls by turns of activity and timer. */
  @WorkflowInterface
  public interface PeriodicPolls {
    @WorkflowMethod
    String await(String jobId);
  }

  /** Continued as new after ten polls, so that its history stays short. */
  public static final class PeriodicPollsImpl implements PeriodicPolls {
    private final Polls polls =
        Workflow.newActivityStub(
            Polls.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(30)).build());

    @Override
    public String await(String jobId) {
      for (int poll = 0; poll < 10; poll++) {
        String status = polls.now(jobId);
        if (!status.equals("Init")) {
          return status;
        }
        Workflow.sleep(Duration.ofSeconds(30));
      }
      return Workflow.newContinueAsNewStub(PeriodicPolls.class).await(jobId);
    }
  }

  public static String periodic(String jobId) {
    return Workflow.newChildWorkflowStub(PeriodicPolls.class).await(jobId);
  }
}
