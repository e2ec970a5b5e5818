package io.github.mediajobs.emulator.account;

import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Callbacks;
import io.github.mediajobs.emulator.fault.Faults;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Jobs;
import io.github.mediajobs.emulator.signature.AcceptedCredentials;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.emulator.signature.Nonces;
import io.github.mediajobs.emulator.traffic.CallLog;
import io.github.mediajobs.emulator.traffic.RateLimit;
import io.github.mediajobs.operation.Catalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

/**
 * The account that is emulated: all that the API and the control endpoint read and change.
 *
 * @param clock its time
 * @param catalogue the operations that exist
 * @param jobs what can be read
 * @param callbacks tells of their ends
 * @param faults what goes wrong
 * @param calls the calls so far
 * @param limit its limit of calls per second
 * @param credentials who may call
 * @param nonces what was signed with before
 */
public record Account(
    InstantSource clock,
    Catalogue catalogue,
    Jobs jobs,
    Callbacks callbacks,
    Faults faults,
    CallLog calls,
    RateLimit limit,
    AcceptedCredentials credentials,
    Nonces nonces) {
  /**
   * A fresh account.
   *
   * @param clock its time
   * @param catalogue the operations that exist
   * @param credentials who may call
   * @param callbacks where events are posted to at first; null for nowhere
   * @return an account with the samples as its only jobs
   */
  public static Account open(
      InstantSource clock,
      Catalogue catalogue,
      Collection<Credential> credentials,
      CallbackOptions callbacks) {
    Jobs jobs = new Jobs(catalogue);
    return new Account(
        clock,
        catalogue,
        jobs,
        new Callbacks(jobs, clock, callbacks),
        new Faults(),
        new CallLog(),
        new RateLimit(),
        new AcceptedCredentials(credentials),
        new Nonces());
  }

  /**
   * The account's time.
   *
   * @return now, by its clock
   */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Starts a job's life now; one of the same operation and id is replaced.
   *
   * @param script how it lives
   * @throws IllegalArgumentException when the catalogue lacks its operation
   */
  public void add(JobScript script) {
    jobs.add(script, now());
    jobs.end(script.operation(), script.jobId()).ifPresent(callbacks::expect);
  }

  /** Makes it as fresh as it was opened. */
  public void reset() {
    jobs.clear();
    callbacks.reset();
    faults.clear();
    calls.clear();
    limit.clear();
    credentials.restore();
    nonces.clear();
  }
}
