package io.github.mediajobs.emulator.api;

import io.github.mediajobs.emulator.account.Account;
import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.fault.Reply;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.listing.Listing;
import io.github.mediajobs.emulator.signature.SignedRequest;
import io.github.mediajobs.emulator.signature.Verifier;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Both API products at one address: finds the operation, judges the signature, then answers with
 * the account's limit, a fault, the job or a page of jobs.
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
      answer = answer(admit(exchange), exchange);
    } catch (RefusedException e) {
      answer = Answer.of(exchange.error(e.error()));
    }
    account.calls().add(exchange.call(answer));
    return answer;
  }

  private Asked admit(Exchange exchange) {
    Request request = exchange.request();
    if (!METHODS.contains(request.method())) {
      throw new RefusedException(ApiError.UNSUPPORTED_METHOD);
    }
    SignedRequest signed = SignedRequest.of(request);
    exchange.action(ApiError.required(signed.action(), "Action"));
    String version = ApiError.required(signed.version(), "Version");
    Optional<Listing> list = Listing.find(signed.action(), account.catalogue());
    JobOperation<?> operation =
        list.isPresent() ? list.get().operation() : reading(signed.action());
    checkAddress(operation.service(), version, exchange);
    if (list.isEmpty()) {
      exchange.readJobId(operation.idField());
    }
    exchange.accessKeyId(signed.accessKeyId());
    verifier.verify(signed, exchange.now());
    if (!account.limit().allows(signed.action(), exchange.now())) {
      throw new RefusedException(ApiError.THROTTLED);
    }
    return list.isPresent()
        ? new Asked.Page(list.get(), signed.ownParameters())
        : new Asked.OneJob(operation, exchange.requiredJobId(operation.idField()));
  }

  private JobOperation<?> reading(String action) {
    return account
        .catalogue()
        .find(action)
        .filter(found -> found.action().equals(action))
        .orElseThrow(() -> new RefusedException(ApiError.API_NOT_FOUND));
  }

  private static void checkAddress(Service service, String version, Exchange exchange) {
    if (!exchange.request().path().equals("/")) {
      throw new RefusedException(ApiError.API_NOT_FOUND);
    }
    exchange.service(service.name());
    if (!service.version().equals(version)) {
      throw new RefusedException(ApiError.INVALID_VERSION);
    }
  }

  private Answer answer(Asked asked, Exchange exchange) {
    Optional<Fault> fault = account.faults().take(asked.action(), asked.jobId());
    if (fault.isEmpty()) {
      return Answer.of(usual(asked, exchange));
    }
    Response response = reply(fault.get().reply(), asked, exchange);
    return new Answer(response, fault.get().delay(), fault.get().delivery());
  }

  private Response reply(Reply reply, Asked asked, Exchange exchange) {
    if (reply instanceof Reply.Raw raw) {
      return raw.response();
    }
    if (reply instanceof Reply.Refusal refusal) {
      return exchange.error(refusal.error()).withDefaults(refusal.headers());
    }
    return usual(asked, exchange);
  }

  private Response usual(Asked asked, Exchange exchange) {
    try {
      return exchange.success(asked.answer(account.jobs(), exchange));
    } catch (RefusedException e) {
      return exchange.error(e.error());
    }
  }
}
