package io.github.mediajobs.emulator.listing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.job.JobSearch;
import io.github.mediajobs.emulator.job.Jobs;
import io.github.mediajobs.emulator.job.JobsFound;
import io.github.mediajobs.emulator.listing.ListOperation.Role;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A List operation that can be called.
 *
 * @param list the operation
 * @param operation reads one of the jobs that it lists
 */
public record Listing(ListOperation list, JobOperation<?> operation) {
  /**
   * Finds a List operation.
   *
   * @param action the API's name
   * @param catalogue the operations that read jobs
   * @return the listing, or empty when no operation of the catalogue has it
   */
  public static Optional<Listing> find(String action, Catalogue catalogue) {
    return Optional.ofNullable(ListOperations.BY_ACTION.get(action))
        .flatMap(list -> catalogue.find(list.reads()).map(found -> new Listing(list, found)));
  }

  /**
   * The operation's name.
   *
   * @return such as {@code ListPackageJobs}
   */
  public String action() {
    return list.action();
  }

  /**
   * Answers a call.
   *
   * @param request the call
   * @param others parameters that belong to the signature
   * @param jobs which jobs there are
   * @param now the time
   * @return the response without its RequestId
   * @throws RefusedException when a parameter is unknown or has a value that it cannot have
   */
  public ObjectNode answer(Request request, Set<String> others, Jobs jobs, Instant now) {
    ListParameters parameters = ListParameters.of(list, request, others);
    JobSearch search = parameters.search(operation, now);
    return page(parameters, search, jobs.find(search, now));
  }

  private ObjectNode page(ListParameters parameters, JobSearch search, JobsFound found) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode around = root;
    JsonPointer at = list.items();
    for (; !at.tail().matches(); at = at.tail()) {
      around = around.putObject(at.getMatchingProperty());
    }
    ArrayNode items = around.putArray(at.getMatchingProperty());
    found.jobs().forEach(job -> items.add(list.item().cut(job)));
    if (list.parameter(Role.NUMBER) == null) {
      if (found.next() != null) {
        around.put(list.parameter(Role.TOKEN), found.next().token());
      }
      if (list.parameter(Role.SIZE).equals("MaxResults")) {
        root.put("MaxResults", Integer.toString(search.size()));
      }
    } else {
      root.put(list.parameter(Role.NUMBER), parameters.number());
      root.put(list.parameter(Role.SIZE), search.size());
      root.put(list.parameter(Role.ORDER), search.newestFirst() ? "desc" : "asc");
      root.put("TotalCount", found.total());
    }
    return root;
  }
}
