package io.github.mediajobs.worker.devserver;

import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** What users have registered beside the plugin where histories are recorded. */
final class UsersOfHistories {
  private UsersOfHistories() {}

  /** A child workflow of a user's. */
  @WorkflowInterface
  public interface Child {
    @WorkflowMethod(name = "Child")
    String run(Object input);
  }

  /** Does nothing. */
  public static final class ChildImpl implements Child {
    @Override
    public String run(Object input) {
      return "done";
    }
  }

  /** A child workflow that ends when somebody cancels it. */
  @WorkflowInterface
  public interface Endless {
    @WorkflowMethod(name = "Endless")
    String run(Object input);
  }

  /** Waits for nothing. */
  public static final class EndlessImpl implements Endless {
    @Override
    public String run(Object input) {
      Workflow.await(() -> false);
      return "never";
    }
  }

  /** Steps of any type. */
  static final class AnyStep implements DynamicActivity {
    @Override
    public Object execute(EncodedValues arguments) {
      String type = Activity.getExecutionContext().getInfo().getActivityType();
      if (type.equals("Fail")) {
        throw ApplicationFailure.newNonRetryableFailure("no disk", "DiskFull");
      }
      return type;
    }
  }

  static void registerWorkflows(Worker worker) {
    worker.registerWorkflowImplementationTypes(
        UserWorkflow.Impl.class, ChildImpl.class, EndlessImpl.class);
  }

  static void registerSteps(Worker worker) {
    worker.registerActivitiesImplementations(new AnyStep());
  }
}
