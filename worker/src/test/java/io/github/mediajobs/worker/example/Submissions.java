package io.github.mediajobs.worker.example;

import io.temporal.activity.ActivityInterface;

/** The activities of the cookbook that submit jobs through the vendor's SDK. */
@ActivityInterface
public interface Submissions {
  /** Submits with a ClientToken. */
  String submitProducing(String timeline, String clientToken);

  /** Submits with the key as UserData, unless a job with it is there. */
  String submitPackage(String input, String key);
}
