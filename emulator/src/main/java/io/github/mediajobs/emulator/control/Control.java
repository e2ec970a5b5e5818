package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.account.Account;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.server.Connections;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Controls the emulator over HTTP, without a signature, for programs in any language. */
public final class Control {
  /** What the paths of the control endpoint begin with. */
  public static final String PREFIX = "/_emulator/";

  private final Account account;
  private final Map<String, Function<Request, JsonNode>> routes = new TreeMap<>();

  /**
   * A control endpoint.
   *
   * @param account what it controls
   * @param connections what it shows
   */
  public Control(Account account, Connections connections) {
    this.account = account;
    routes.put("GET health", request -> done());
    routes.put("POST reset", request -> done(account::reset));
    routes.put("GET jobs", request -> JobsJson.write(account));
    routes.put("POST jobs", this::addJobs);
    routes.put("DELETE jobs", request -> done(account.jobs()::clear));
    routes.put("GET faults", request -> faults());
    routes.put("POST faults", this::addFaults);
    routes.put("DELETE faults", request -> done(account.faults()::clear));
    routes.put("GET calls", request -> CallsJson.write(account.calls(), account.catalogue()));
    routes.put("GET connections", request -> shown(connections));
    routes.put("GET callbacks", request -> CallbacksJson.write(account.callbacks()));
    routes.put("POST callbacks", this::callbacks);
    routes.put("DELETE callbacks", request -> done(account.callbacks()::stop));
    routes.put("POST events", this::event);
    routes.put("POST limit", this::limit);
    routes.put("DELETE limit", request -> done(account.limit()::clear));
  }

  /**
   * Answers a request whose path begins with {@link #PREFIX}.
   *
   * @param request the request
   * @return 200 with JSON, or 400 or 404 with {@code {"error"}}
   */
  public Response answer(Request request) {
    String name = request.method() + " " + request.path().substring(PREFIX.length());
    Function<Request, JsonNode> route = routes.get(name);
    if (route == null) {
      return error(404, "No such thing as " + name + "; there are " + routes.keySet());
    }
    try {
      return Response.json(200, route.apply(request));
    } catch (IllegalArgumentException e) {
      return error(400, e.getMessage());
    }
  }

  private JsonNode addJobs(Request request) {
    List<JobScript> scripts =
        each(request, (node, path) -> JobScriptJson.read(node, path, account.catalogue()));
    scripts.forEach(account::add);
    return done().put("added", scripts.size());
  }

  private JsonNode addFaults(Request request) {
    List<Fault> faults =
        each(request, (node, path) -> FaultJson.read(node, path, account.catalogue()));
    faults.forEach(account.faults()::add);
    return done().put("added", faults.size());
  }

  private JsonNode faults() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("faults").addAll(account.faults().list().stream().map(FaultJson::write).toList());
    return json;
  }

  private static JsonNode shown(Connections connections) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("accepted", connections.accepted())
        .put("open", connections.open());
  }

  private JsonNode callbacks(Request request) {
    account.callbacks().post(CallbacksJson.read(body(request)));
    return done();
  }

  private JsonNode event(Request request) {
    CallbacksJson.send(body(request), account.catalogue(), account.callbacks());
    return done();
  }

  private JsonNode limit(Request request) {
    JsonFields json = JsonFields.of(body(request), "", Set.of("callsPerSecond"));
    account.limit().set(json.required("callsPerSecond", json.number("callsPerSecond")));
    return done();
  }

  /** One object, or an array of them; nothing is kept when one of them is wrong. */
  private static <T> List<T> each(Request request, Reader<T> reader) {
    JsonNode body = body(request);
    if (!body.isArray()) {
      return List.of(reader.read(body, ""));
    }
    List<T> values = new ArrayList<>();
    for (JsonNode node : body) {
      values.add(reader.read(node, "[" + values.size() + "]"));
    }
    return values;
  }

  private static JsonNode body(Request request) {
    try {
      return Json.read(request.body());
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("body", "not JSON: " + e.getOriginalMessage());
    }
  }

  private static ObjectNode done() {
    return JsonNodeFactory.instance.objectNode().put("ok", true);
  }

  private static ObjectNode done(Runnable step) {
    step.run();
    return done();
  }

  private static Response error(int status, String message) {
    return Response.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  private interface Reader<T> {
    T read(JsonNode node, String path);
  }
}
