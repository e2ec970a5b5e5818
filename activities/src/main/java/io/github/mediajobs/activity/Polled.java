package io.github.mediajobs.activity;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.wire.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What one poll of one job came to. */
sealed interface Polled {
  /** Its name in metrics. */
  String result();

  /** The wait for the job is over. */
  record Ended(Outcome outcome) implements Polled {
    @Override
    public String result() {
      return outcome.outcome().name().toLowerCase(Locale.ROOT);
    }
  }

  /** The job goes on. */
  record Pending(MediaJob job, Instant next, Duration delay) implements Polled {
    @Override
    public String result() {
      return "pending";
    }
  }

  /** The read failed and is tried again. */
  record Again(ApiException cause, Duration delay) implements Polled {
    @Override
    public String result() {
      return "again";
    }
  }

  /** The job's state cannot be found out. */
  record Lost(ApiException cause) implements Polled {
    @Override
    public String result() {
      return "lost";
    }
  }
}
