package io.github.mediajobs.benchmark.callback;

import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Forgery;

/** What becomes of the vendor's events. */
enum Round {
  NONE("no callbacks", 1, 0),
  ALL("callbacks", 0, 0),
  HOSTILE("half dropped, a tenth forged", 0.5, 0.1);

  private final String title;
  private final double dropped;
  private final double forged;

  Round(String title, double dropped, double forged) {
    this.title = title;
    this.dropped = dropped;
    this.forged = forged;
  }

  String title() {
    return title;
  }

  CallbackOptions events(CallbackOptions all) {
    return all.dropping(dropped).forging(forged, Forgery.WRONG_STATUS);
  }
}
