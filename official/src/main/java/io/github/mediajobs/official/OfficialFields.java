package io.github.mediajobs.official;

import com.aliyun.ice20201109.models.GetDynamicImageJobResponseBody;
import com.aliyun.ice20201109.models.GetLiveSnapshotJobResponseBody;
import com.aliyun.ice20201109.models.GetMediaProducingJobResponseBody;
import com.aliyun.ice20201109.models.GetPackageJobResponseBody;
import com.aliyun.ice20201109.models.ListDynamicImageJobsResponseBody;
import com.aliyun.ice20201109.models.ListLiveSnapshotJobsResponseBody;
import com.aliyun.ice20201109.models.ListPackageJobsResponseBody;
import com.aliyun.mts20140618.models.QueryIProductionJobResponseBody;
import com.aliyun.tea.NameInMap;
import com.aliyun.tea.TeaModel;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields of the official response types: from an action to what its response can hold. */
public final class OfficialFields implements Function<String, Map<String, ?>> {
  private static final Map<String, Class<? extends TeaModel>> RESPONSES =
      Map.of(
          "GetDynamicImageJob", GetDynamicImageJobResponseBody.class,
          "GetMediaProducingJob", GetMediaProducingJobResponseBody.class,
          "GetLiveSnapshotJob", GetLiveSnapshotJobResponseBody.class,
          "GetPackageJob", GetPackageJobResponseBody.class,
          "QueryIProductionJob", QueryIProductionJobResponseBody.class,
          "ListDynamicImageJobs", ListDynamicImageJobsResponseBody.class,
          "ListLiveSnapshotJobs", ListLiveSnapshotJobsResponseBody.class,
          "ListPackageJobs", ListPackageJobsResponseBody.class);

  /**
   * Lists the fields of a response.
   *
   * @param action such as {@code GetPackageJob}
   * @return for each field, under the API's name, its type: a name such as {@code
   *     java.lang.String}, a map like this one for an object, a list of its one type for a list
   * @throws NullPointerException naming an action that has no line here
   */
  @Override
  public Map<String, ?> apply(String action) {
    return fields(Objects.requireNonNull(RESPONSES.get(action), action + ": not bridged"));
  }

  private static Map<String, ?> fields(Class<?> model) {
    Map<String, Object> fields = new TreeMap<>();
    for (Field field : model.getDeclaredFields()) {
      NameInMap name = field.getAnnotation(NameInMap.class);
      if (name != null) {
        fields.put(name.value(), described(field.getGenericType()));
      }
    }
    return fields;
  }

  private static Object described(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return List.of(described(list.getActualTypeArguments()[0]));
    }
    return type instanceof Class<?> model && TeaModel.class.isAssignableFrom(model)
        ? fields(model)
        : type.getTypeName();
  }
}
