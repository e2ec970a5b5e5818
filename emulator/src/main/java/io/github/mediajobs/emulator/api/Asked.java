package io.github.mediajobs.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.job.Jobs;
import io.github.mediajobs.emulator.listing.Listing;
import io.github.mediajobs.operation.JobOperation;
import java.util.Set;

/** What a call asks for. */
sealed interface Asked {
  /** The API's name of the operation. */
  String action();

  /** The job that it names, or null when it asks for many. */
  String jobId();

  /**
   * The response of a working API.
   *
   * @throws RefusedException when there is none
   */
  ObjectNode answer(Jobs jobs, Exchange exchange);

  /** One job. */
  record OneJob(JobOperation<?> operation, String jobId) implements Asked {
    @Override
    public String action() {
      return operation.action();
    }

    @Override
    public ObjectNode answer(Jobs jobs, Exchange exchange) {
      return jobs.read(operation, jobId, exchange.now())
          .orElseThrow(() -> new RefusedException(NotFound.of(operation)));
    }
  }

  /** A page of jobs. */
  record Page(Listing listing, Set<String> signatureParameters) implements Asked {
    @Override
    public String action() {
      return listing.action();
    }

    @Override
    public String jobId() {
      return null;
    }

    @Override
    public ObjectNode answer(Jobs jobs, Exchange exchange) {
      return listing.answer(exchange.request(), signatureParameters, jobs, exchange.now());
    }
  }
}
