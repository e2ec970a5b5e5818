package io.github.mediajobs.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.common.metadata.POJOActivityInterfaceMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.workflow.WorkflowInterface;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** What programs in other languages rely on: names of types, signals, queries and fields. */
final class WireNames {
  private WireNames() {}

  /** Of the interfaces, records and enums among the classes, in order. */
  static Collection<String> of(Collection<Class<?>> classes) {
    TreeSet<String> names = new TreeSet<>();
    for (Class<?> type : classes) {
      if (type.isAnnotationPresent(WorkflowInterface.class)) {
        POJOWorkflowInterfaceMetadata.newInstance(type)
            .getMethodsMetadata()
            .forEach(it -> names.add(named(it)));
      } else if (type.isAnnotationPresent(ActivityInterface.class)) {
        POJOActivityInterfaceMetadata.newInstance(type)
            .getMethodsMetadata()
            .forEach(it -> names.add(named(it)));
      } else if (type.isRecord()) {
        for (RecordComponent field : type.getRecordComponents()) {
          names.add(
              "field %s.%s: %s"
                  .formatted(
                      type.getTypeName(), field.getName(), field.getGenericType().getTypeName()));
        }
      } else if (type.isEnum()) {
        names.add(
            "values %s: %s"
                .formatted(type.getTypeName(), Arrays.toString(type.getEnumConstants())));
      }
    }
    return names;
  }

  private static String named(POJOWorkflowMethodMetadata method) {
    String kind = method.getType().name().toLowerCase(Locale.ROOT);
    return kind
        + " "
        + method.getName()
        + " of "
        + method.getWorkflowMethod().getDeclaringClass().getSimpleName();
  }

  private static String named(POJOActivityMethodMetadata method) {
    return "activity " + method.getActivityTypeName();
  }
}
