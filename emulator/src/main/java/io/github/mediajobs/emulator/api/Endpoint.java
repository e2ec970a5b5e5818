package io.github.mediajobs.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.account.Account;
import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.fault.Reply;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.signature.SignedRequest;
import io.github.mediajobs.emulator.signature.Verifier;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Both API products at one address: finds the operation, judges the signature, then answers with
 * the account's limit, a fault or the job.
 */
public final class Endpoint {
  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final Account account;
  private final Verifier verifier;

  /**
   * An endpoint.
   *
   * @param account whose jobs are read
   */
  public Endpoint(Account account) {
    this.account = account;
    this.verifier = new Verifier(account.credentials(), account.nonces());
  }

  /**
   * Answers a call.
   *
   * @param request the call
   * @param now the time
   * @return the answer, in the vendor's form unless a fault says otherwise
   */
  public Answer answer(Request request, Instant now) {
    Exchange exchange = new Exchange(request, now);
    Answer answer;
    try {
      JobOperation<?> operation = admit(exchange);
      answer = read(operation, exchange);
    } catch (RefusedException e) {
      answer = Answer.of(exchange.error(e.error()));
    }
    account.calls().add(exchange.call(answer));
    return answer;
  }

  private JobOperation<?> admit(Exchange exchange) {
    Request request = exchange.request();
    if (!METHODS.contains(request.method())) {
      throw new RefusedException(ApiError.UNSUPPORTED_METHOD);
    }
    SignedRequest signed = SignedRequest.of(request);
    JobOperation<?> operation = operation(signed, exchange);
    exchange.readJobId(operation.idField());
    exchange.accessKeyId(signed.accessKeyId());
    verifier.verify(signed, exchange.now());
    if (!account.limit().allows(operation.action(), exchange.now())) {
      throw new RefusedException(ApiError.THROTTLED);
    }
    return operation;
  }

  private JobOperation<?> operation(SignedRequest signed, Exchange exchange) {
    String action = ApiError.required(signed.action(), "Action");
    exchange.action(action);
    String version = ApiError.required(signed.version(), "Version");
    JobOperation<?> operation =
        account
            .catalogue()
            .find(action)
            .filter(found -> found.action().equals(action))
            .filter(found -> exchange.request().path().equals("/"))
            .orElseThrow(() -> new RefusedException(ApiError.API_NOT_FOUND));
    exchange.service(operation.service().name());
    if (!operation.service().version().equals(version)) {
      throw new RefusedException(ApiError.INVALID_VERSION);
    }
    return operation;
  }

  private Answer read(JobOperation<?> operation, Exchange exchange) {
    String jobId = exchange.requiredJobId(operation.idField());
    Optional<Fault> fault = account.faults().take(operation, jobId);
    if (fault.isEmpty()) {
      return Answer.of(job(operation, jobId, exchange));
    }
    Response response = reply(fault.get().reply(), operation, jobId, exchange);
    return new Answer(response, fault.get().delay(), fault.get().delivery());
  }

  private Response reply(Reply reply, JobOperation<?> operation, String jobId, Exchange exchange) {
    if (reply instanceof Reply.Raw raw) {
      return raw.response();
    }
    if (reply instanceof Reply.Refusal refusal) {
      return exchange.error(refusal.error()).withDefaults(refusal.headers());
    }
    return job(operation, jobId, exchange);
  }

  private Response job(JobOperation<?> operation, String jobId, Exchange exchange) {
    Optional<ObjectNode> found = account.jobs().read(operation, jobId, exchange.now());
    return found.isPresent()
        ? exchange.success(found.get())
        : exchange.error(NotFound.of(operation));
  }
}
