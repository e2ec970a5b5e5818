package io.github.mediajobs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of what others rely on changes the listings. */
public class GatesTest {
  /** Before a change. */
  public static class Before {
    /** Something. */
    public record Waits(String jobId, int polls) {}

    /** A call. */
    public interface Call<T extends Number> {
      T call(List<String> names);

      void removed();
    }

    /** A workflow. */
    @WorkflowInterface
    public interface Await {
      @WorkflowMethod(name = "Await")
      String await(String input);

      @SignalMethod(name = "hurry")
      void hurry();
    }
  }

  /** After it. */
  public static class After {
    /** Something. */
    public record Waits(String job, int polls) {}

    /** A call. */
    public interface Call<T extends Number> {
      T call(List<Object> names);
    }

    /** A workflow. */
    @WorkflowInterface
    public interface Await {
      @WorkflowMethod(name = "Await")
      String await(String input);

      @SignalMethod(name = "hasten")
      void hurry();
    }
  }

  private static String text(Iterable<String> lines) {
    return String.join("\n", lines).replace("$After", "").replace("$Before", "");
  }

  @Test
  void aMethodThatIsRemovedOrTakesSomethingElseIsSeen() {
    assertThat(text(PublicApi.of(List.of(Before.Call.class))))
        .contains(
            "interface io.github.mediajobs.contract.GatesTest$Call<T extends java.lang.Number>",
            "  abstract T call(java.util.List<java.lang.String>)",
            "  abstract void removed()");
    assertThat(text(PublicApi.of(List.of(After.Call.class))))
        .contains("  abstract T call(java.util.List<java.lang.Object>)")
        .doesNotContain("removed");
  }

  @Test
  void aFieldOrSignalThatIsRenamedIsSeen() {
    assertThat(text(WireNames.of(List.of(Before.Waits.class, Before.Await.class))))
        .contains("Waits.jobId: java.lang.String", "Waits.polls: int", "signal hurry of Await");
    assertThat(text(WireNames.of(List.of(After.Waits.class, After.Await.class))))
        .contains("Waits.job: java.lang.String", "signal hasten of Await")
        .doesNotContain("jobId", "signal hurry");
  }
}
