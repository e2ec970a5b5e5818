package io.github.mediajobs.emulator.account;

import io.github.mediajobs.emulator.fault.Faults;
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
   * @return an account with the samples as its only jobs
   */
  public static Account open(
      InstantSource clock, Catalogue catalogue, Collection<Credential> credentials) {
    return new Account(
        clock,
        catalogue,
        new Jobs(catalogue),
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

  /** Makes it as fresh as it was opened. */
  public void reset() {
    jobs.clear();
    faults.clear();
    calls.clear();
    limit.clear();
    credentials.restore();
    nonces.clear();
  }
}
