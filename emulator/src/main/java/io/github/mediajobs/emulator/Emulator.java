package io.github.mediajobs.emulator;

import io.github.mediajobs.emulator.account.Account;
import io.github.mediajobs.emulator.api.Endpoint;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Forgery;
import io.github.mediajobs.emulator.callback.SentEvent;
import io.github.mediajobs.emulator.control.Control;
import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.HttpDate;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.JobView;
import io.github.mediajobs.emulator.server.Connections;
import io.github.mediajobs.emulator.server.Server;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.emulator.traffic.CallLog;
import io.github.mediajobs.emulator.traffic.Polls;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Both API products (ICE and MPS) on one port of 127.0.0.1, with jobs that live by script and
 * faults on demand. Signatures are judged as the vendor judges them. Safe for use by many threads.
 */
public final class Emulator implements AutoCloseable {
  private final Connections connections = new Connections();
  private final Account account;
  private final Endpoint endpoint;
  private final Control control;
  private final Server server;

  private Emulator(EmulatorOptions options) {
    this.account =
        Account.open(
            options.clock(), options.catalogue(), options.credentials(), options.callbacks());
    this.endpoint = new Endpoint(account);
    this.control = new Control(account, connections);
    this.server = Server.start(options.port(), options.tls(), this::answer, connections);
  }

  /**
   * Starts an emulator with {@link EmulatorOptions#defaults()}.
   *
   * @return the running emulator
   */
  public static Emulator start() {
    return start(EmulatorOptions.defaults());
  }

  /**
   * Starts an emulator.
   *
   * @param options what it starts with
   * @return the running emulator
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static Emulator start(EmulatorOptions options) {
    return new Emulator(options);
  }

  /**
   * Where it listens, for both products.
   *
   * @return such as {@code http://127.0.0.1:41234}, or https with TLS
   */
  public URI url() {
    return URI.create(server.scheme() + "://127.0.0.1:" + server.port());
  }

  /**
   * The operations that exist.
   *
   * @return the catalogue of the options
   */
  public Catalogue catalogue() {
    return account.catalogue();
  }

  /**
   * The emulator's time.
   *
   * @return now, by the clock of the options
   */
  public Instant now() {
    return account.now();
  }

  /**
   * Starts a job's life now; one of the same operation and id is replaced.
   *
   * @param script how it lives
   * @throws IllegalArgumentException when the catalogue lacks its operation
   */
  public void add(JobScript script) {
    account.add(script);
  }

  /**
   * All jobs.
   *
   * @return the samples, then the scripted jobs in order of creation
   */
  public List<JobView> jobs() {
    return account.jobs().list(now());
  }

  /** Removes the scripted jobs; the samples stay. */
  public void clearJobs() {
    account.jobs().clear();
  }

  /**
   * Adds a fault behind the others.
   *
   * @param fault what goes wrong
   */
  public void fault(Fault fault) {
    account.faults().add(fault);
  }

  /**
   * The faults that still wait for calls.
   *
   * @return in the order in which they were added, with the number of calls left to each
   */
  public List<Fault> faults() {
    return account.faults().list();
  }

  /** Removes all faults. */
  public void clearFaults() {
    account.faults().clear();
  }

  /**
   * Posts the vendor's event when a job ends, from now on; packages and live snapshots have none.
   *
   * @param options where to, and what goes wrong on the way
   */
  public void callbacks(CallbackOptions options) {
    account.callbacks().post(options);
  }

  /** Posts no more events. */
  public void noCallbacks() {
    account.callbacks().stop();
  }

  /**
   * Posts an event now, whatever has become of the job.
   *
   * @param operation has an event
   * @param jobId the job that it tells of
   * @param succeeded how the job ended
   * @param forgery what is wrong with it; null for nothing
   * @throws IllegalArgumentException when the operation has no event
   */
  public void event(JobOperation<?> operation, String jobId, boolean succeeded, Forgery forgery) {
    account.callbacks().send(operation, jobId, succeeded, forgery);
  }

  /**
   * The events whose fate is known.
   *
   * @return the last 10,000 of them, oldest first
   */
  public List<SentEvent> sentEvents() {
    return account.callbacks().sent();
  }

  /**
   * The calls so far.
   *
   * @return a live view
   */
  public CallLog calls() {
    return account.calls();
  }

  /**
   * The connections so far; a reset keeps them.
   *
   * @return a live view
   */
  public Connections connections() {
    return connections;
  }

  /**
   * The calls that named a job, whatever was answered.
   *
   * @param jobId the id; white space around it does not count
   * @return count and times
   */
  public Polls polls(String jobId) {
    return calls().polls(jobId);
  }

  /**
   * Accepts these credentials and no others from now on.
   *
   * @param credentials who may call
   */
  public void credentials(Credential... credentials) {
    account.credentials().replace(List.of(credentials));
  }

  /**
   * Answers Throttling.User above a rate, for each operation on its own.
   *
   * @param callsPerSecond the rate, above zero; a second's worth may come at once
   * @throws IllegalArgumentException when it is not above zero
   */
  public void limit(double callsPerSecond) {
    account.limit().set(callsPerSecond);
  }

  /** Lifts the limit. */
  public void unlimited() {
    account.limit().clear();
  }

  /** Makes it as new: no scripted jobs, faults, calls or limit, and the credentials it had. */
  public void reset() {
    account.reset();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    account.callbacks().close();
    server.close();
  }

  private Answer answer(Request request) {
    Instant now = now();
    Answer answer =
        request.path().startsWith(Control.PREFIX)
            ? Answer.of(control.answer(request))
            : endpoint.answer(request, now);
    Response dated = answer.response().withDefaults(Map.of("Date", HttpDate.format(now)));
    return new Answer(dated, answer.delay(), answer.delivery());
  }
}
