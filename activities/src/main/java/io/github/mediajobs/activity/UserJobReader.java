package io.github.mediajobs.activity;

import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;

/** Reads a job once by an operation that a user added: the activity type is the API's name. */
public final class UserJobReader implements DynamicActivity {
  private final JobReader reader;
  private final Catalogue catalogue;

  /**
   * Gathers what a read needs.
   *
   * @param api reads jobs
   * @param catalogue the operations that may be named
   */
  public UserJobReader(MediaApi api, Catalogue catalogue) {
    this.reader = new JobReader(api);
    this.catalogue = catalogue;
  }

  @Override
  public Object execute(EncodedValues arguments) {
    String type = Activity.getExecutionContext().getInfo().getActivityType();
    try {
      return reader.read(catalogue.require(type), arguments.get(0, RawValue.class));
    } catch (InvalidRequestException e) {
      throw WireInput.invalid(e);
    }
  }
}
