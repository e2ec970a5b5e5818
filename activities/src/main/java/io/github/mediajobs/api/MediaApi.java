package io.github.mediajobs.api;

import io.github.mediajobs.api.budget.CallBudget;
import io.github.mediajobs.api.budget.CallBudgets;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.api.budget.Turn;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.http.IoCause;
import io.github.mediajobs.http.Secrets;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.text.OneLine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * Reads and lists media jobs from the vendor's APIs. One client serves a whole process: it is safe
 * for threads, and holds the connections and the call budgets.
 */
public final class MediaApi implements AutoCloseable {
  private static final int MESSAGE = 300;

  private final ApiConfig config;
  private final Endpoints endpoints;
  private final CredentialsSource credentials;
  private final SigningClock clock;
  private final CallBudgets budgets;
  private final LongSupplier nanoTime;
  private final Consumer<MadeCall> calls;
  private final Tracing tracing;
  private final HttpTransport transport;
  private volatile Given given;

  /**
   * Makes a client; nothing is called yet.
   *
   * @param config where and how to call
   * @param credentials asked before each call
   * @param clock the time, for signatures and call budgets
   */
  public MediaApi(ApiConfig config, CredentialsSource credentials, InstantSource clock) {
    this(config, credentials, clock, new CallBudgets(clock), System::nanoTime, null, Tracing.NONE);
  }

  /**
   * Makes a client that tells of its calls; nothing is called yet.
   *
   * @param config where and how to call
   * @param credentials asked before each call
   * @param clock the time, for signatures and call budgets
   * @param calls told of each call once it is over, on the thread that made it; must not throw
   */
  public MediaApi(
      ApiConfig config,
      CredentialsSource credentials,
      InstantSource clock,
      Consumer<MadeCall> calls) {
    this(config, credentials, clock, calls, Tracing.NONE);
  }

  /**
   * Makes a client that tells of its calls and of each request that they send; nothing is called
   * yet.
   *
   * @param config where and how to call
   * @param credentials asked before each call
   * @param clock the time, for signatures and call budgets
   * @param calls told of each call once it is over, on the thread that made it; must not throw
   * @param tracing told of each request
   */
  public MediaApi(
      ApiConfig config,
      CredentialsSource credentials,
      InstantSource clock,
      Consumer<MadeCall> calls,
      Tracing tracing) {
    this(
        config,
        credentials,
        clock,
        new CallBudgets(clock),
        System::nanoTime,
        Objects.requireNonNull(calls, "calls"),
        tracing);
  }

  /** Calls are told to nobody where the last is null. */
  MediaApi(
      ApiConfig config,
      CredentialsSource credentials,
      InstantSource clock,
      CallBudgets budgets,
      LongSupplier nanoTime,
      Consumer<MadeCall> calls,
      Tracing tracing) {
    this.config = Objects.requireNonNull(config, "config");
    this.endpoints = new Endpoints(config.endpoints());
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.clock = new SigningClock(Objects.requireNonNull(clock, "clock"));
    this.budgets = budgets;
    this.nanoTime = nanoTime;
    this.calls = calls;
    this.tracing = Objects.requireNonNull(tracing, "tracing");
    this.transport = new HttpTransport(config);
  }

  /**
   * Reads a job once. Waits up to a second for the call budget, and calls a second time only when
   * the API refuses the signature's date or nonce; no call outlasts the call timeout, which begins
   * with the first call's turn.
   *
   * @param <J> the record that holds the job
   * @param operation reads the job
   * @param jobId the job's id, 1 to 256 characters, sent as it is
   * @param region where the job lives; null for {@link #defaultRegion()}
   * @return the job, whatever its status
   * @throws ApiException when there is no job to return; its type tells why: {@code InvalidRequest}
   *     for an id or region that cannot be, before any call; {@code Throttled} without a Code when
   *     the call budget is used up; {@code CredentialsInvalid} when the source never gave
   *     credentials; {@code ServiceUnavailable} when it gave some before, without an answer, or
   *     when the thread is interrupted, and then its flag stays set; {@code MalformedResponse} when
   *     the answer holds no job, another one or one that the record cannot hold; else what the
   *     API's Code means
   */
  public <J extends MediaJob> JobRead<J> read(
      JobOperation<J> operation, String jobId, String region) throws ApiException {
    return read(operation, jobId, region, Caller.SINGLE);
  }

  /**
   * Reads a job once, for one of several that share the call budget.
   *
   * @param <J> the record that holds the job
   * @param operation reads the job
   * @param jobId the job's id, 1 to 256 characters, sent as it is
   * @param region where the job lives; null for {@link #defaultRegion()}
   * @param caller whose share of the budget the call takes, and how long it waits for it
   * @return the job, whatever its status
   * @throws ApiException as {@link #read(JobOperation, String, String)} throws it
   */
  public <J extends MediaJob> JobRead<J> read(
      JobOperation<J> operation, String jobId, String region, Caller caller) throws ApiException {
    return call(
        Call.read(operation, jobId, Objects.requireNonNullElse(region, config.region())),
        operation.callsPerSecond(),
        caller);
  }

  /**
   * Lists jobs, one page of them, on the same terms as {@link #read}.
   *
   * @param <J> the record that holds a job
   * @param operation reads one of the jobs; it has a List operation
   * @param query which jobs
   * @param region where the jobs live; null for {@link #defaultRegion()}
   * @return the page; that a job is not on it does not mean that it does not exist
   * @throws ApiException when there is no page to return; its type tells why, as for a read: {@code
   *     InvalidRequest} also when the operation has no List operation or the query cannot be,
   *     before any call; {@code MalformedResponse} when the answer holds no list, or a job in it
   *     has no id or cannot be held by the record
   */
  public <J extends MediaJob> JobPage<J> list(
      JobOperation<J> operation, ListQuery query, String region) throws ApiException {
    return list(operation, query, region, Caller.SINGLE);
  }

  /**
   * Lists jobs, for one of several that share the call budget.
   *
   * @param <J> the record that holds a job
   * @param operation reads one of the jobs; it has a List operation
   * @param query which jobs
   * @param region where the jobs live; null for {@link #defaultRegion()}
   * @param caller whose share of the budget the call takes, and how long it waits for it
   * @return the page
   * @throws ApiException as {@link #list(JobOperation, ListQuery, String)} throws it
   */
  public <J extends MediaJob> JobPage<J> list(
      JobOperation<J> operation, ListQuery query, String region, Caller caller)
      throws ApiException {
    return call(
        Call.list(operation, query, Objects.requireNonNullElse(region, config.region())),
        operation.callsPerSecond(),
        caller);
  }

  private <T> T call(Call<T> call, double documentedRate, Caller caller) throws ApiException {
    CallBudget budget =
        budgets.of(
            call.service().name(), call.region(), config.callsPerSecond().orElse(documentedRate));
    TimeLeft left = null;
    ApiException failure = null;
    try (Turn turn = budget.turn(caller)) {
      await(turn, call);
      left = new TimeLeft(config.callTimeout(), nanoTime);
      T answered = answered(call, turn, left);
      budget.succeeded();
      return answered;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = call.failed(FailureType.SERVICE_UNAVAILABLE, "interrupted", e);
      throw failure;
    } catch (ApiException e) {
      if (e.type() == FailureType.THROTTLED && e.code() != null) {
        budget.throttled();
      }
      failure = e;
      throw e;
    } finally {
      if (calls != null) {
        calls.accept(made(call, left, failure, budget));
      }
    }
  }

  private static MadeCall made(
      Call<?> call, TimeLeft left, ApiException failure, CallBudget budget) {
    return new MadeCall(
        call.service(),
        call.action(),
        call.region(),
        Optional.ofNullable(left).map(TimeLeft::spent),
        Optional.ofNullable(failure),
        budget.callsPerSecond());
  }

  private <T> T answered(Call<T> call, Turn turn, TimeLeft left)
      throws ApiException, InterruptedException {
    Given key = key(call);
    Answer<T> answer = send(call, key, left, 0);
    if (answer.clockRefused()) {
      answer.date().ifPresent(clock::correct);
      await(turn, call);
      answer = send(call, key, left, 1);
    }
    try {
      return answer.read();
    } catch (ApiException e) {
      if (e.type() == FailureType.CREDENTIALS_INVALID) {
        credentials.refused(key.credentials());
      }
      throw e;
    }
  }

  private Given key(Call<?> call) throws ApiException, InterruptedException {
    Given before = given;
    try {
      ApiCredentials key =
          Objects.requireNonNull(credentials.credentials(), "the credentials source gave none");
      Given now =
          before != null && before.credentials().equals(key)
              ? before
              : new Given(key, Secrets.of(key.accessKeySecret(), key.securityToken()));
      given = now;
      return now;
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Secrets secrets = before == null ? Secrets.of() : before.secrets();
      String why = OneLine.of(secrets.hiddenIn(String.valueOf(e.getMessage())), MESSAGE);
      // What gave credentials once may give them again: a wait must outlive the outage.
      throw before == null
          ? call.failed(FailureType.CREDENTIALS_INVALID, why, e)
          : call.failed(
              FailureType.SERVICE_UNAVAILABLE,
              "the credentials source gave credentials before and fails now; try again; if it"
                  + " stays so: "
                  + why,
              secrets.cleared(e));
    }
  }

  private static void await(Turn turn, Call<?> call) throws ApiException, InterruptedException {
    Optional<Duration> exhausted = turn.take();
    if (exhausted.isPresent()) {
      throw call.failed(
          FailureType.THROTTLED,
          "this worker's own call budget is used up; try again later, or raise"
              + " MEDIAJOBS_CALLS_PER_SECOND",
          FailureDetails.NONE,
          exhausted.get(),
          null);
    }
  }

  private <T> Answer<T> send(Call<T> call, Given key, TimeLeft left, int resend)
      throws ApiException, InterruptedException {
    HttpUrl url = endpoints.of(call.service(), call.region());
    SignedRequest request = SignedRequest.of(call, url, key.credentials(), clock.instant());
    Secrets secrets = key.secrets().and(request.signature());
    Duration before = traced() ? left.spent() : Duration.ZERO;
    try {
      Answer<T> answer =
          new Answer<>(call, transport.send(request.request(), left.orTimedOut()), secrets);
      tell(() -> SentRequest.answered(call, url, resend, left.spent().minus(before), answer));
      return answer;
    } catch (InterruptedException e) {
      tell(() -> SentRequest.unanswered(call, url, resend, left.spent().minus(before), e));
      throw e;
    } catch (IOException e) {
      tell(() -> SentRequest.unanswered(call, url, resend, left.spent().minus(before), e));
      String happened = url.host() + " did not answer: " + IoCause.line(e, secrets);
      throw call.failed(
          FailureType.SERVICE_UNAVAILABLE,
          Advice.on(FailureType.SERVICE_UNAVAILABLE, happened),
          secrets.cleared(e));
    }
  }

  private void tell(Supplier<SentRequest> request) {
    if (traced()) {
      tracing.sent(request.get());
    }
  }

  /** Whom nobody traces pays nothing. */
  private boolean traced() {
    return tracing != Tracing.NONE;
  }

  /**
   * Where jobs live unless a call says otherwise.
   *
   * @return such as {@code cn-shanghai}
   */
  public String defaultRegion() {
    return config.region();
  }

  /**
   * Who traces the calls, for those who make them on threads of their own.
   *
   * @return what the client was given
   */
  public Tracing tracing() {
    return tracing;
  }

  /** Ends the calls in flight and lets go of connections. */
  @Override
  public void close() {
    transport.close();
  }

  /** The credentials that the source gave last, and what hides them. */
  private record Given(ApiCredentials credentials, Secrets secrets) {}
}
