package io.github.mediajobs.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.JobRequest;
import io.github.mediajobs.wire.ReadMediaJobActivities;
import io.temporal.activity.ActivityMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityNamesTest {
  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  /** The methods of an activity interface by activity type. */
  static Map<String, Method> types(Class<?> activities) {
    return Arrays.stream(activities.getMethods())
        .collect(
            Collectors.toMap(
                method -> method.getAnnotation(ActivityMethod.class).name(), Function.identity()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasATypedMethodOfItsName(JobOperation<?> operation) {
    Method method = types(ReadMediaJobActivities.class).get(operation.action());

    assertThat(method).as(operation.action()).isNotNull();
    assertThat(method.getReturnType()).isEqualTo(operation.record());
    assertThat(method.getParameterTypes()).containsExactly(JobRequest.class);
  }

  @Test
  void theWorkersSideHasTheSameNamesAndTheCatalogueNoOther() {
    List<String> actions = operations().<String>map(JobOperation::action).toList();

    assertThat(types(ReadMediaJobActivities.class).keySet())
        .containsExactlyInAnyOrderElementsOf(actions);
    assertThat(types(ReadJobActivities.class).keySet())
        .containsExactlyInAnyOrderElementsOf(actions);
  }
}
