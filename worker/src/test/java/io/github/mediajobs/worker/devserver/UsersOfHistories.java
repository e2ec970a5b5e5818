package io.github.mediajobs.worker.devserver;

import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.Worker;
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
    worker.registerWorkflowImplementationTypes(UserWorkflow.Impl.class, ChildImpl.class);
  }

  static void registerSteps(Worker worker) {
    worker.registerActivitiesImplementations(new AnyStep());
  }
}
