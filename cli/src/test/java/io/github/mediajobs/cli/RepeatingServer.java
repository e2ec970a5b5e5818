package io.github.mediajobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The APIs and a webhook receiver that repeat what they were sent, and secrets that they were not
 * sent, in each form and each place of an answer. A job's id says which: {@code place~form}.
 */
final class RepeatingServer implements AutoCloseable {
  /** Places of a first answer; the next one is a job that succeeded. */
  private static final Map<String, Answer> PASSING =
      Map.of(
          "message", new Answer(400, "{'Code':'Throttling.User','Message':%s}"),
          "credentials", new Answer(403, "{'Code':'SignatureDoesNotMatch','Message':%s}"),
          "code", new Answer(500, "{'Code':%s,'Message':%1$s,'RequestId':%1$s}"),
          "body", new Answer(502, "%s"),
          "xml", new Answer(503, "<Error><Code>Busy</Code><Message>%s</Message></Error>"),
          "job id", new Answer(200, "{'%2$s':{'JobId':%s},'JobId':%1$s}"),
          "name", new Answer(200, "{%s:{%1$s:%1$s}}"),
          "redirect", new Answer(302, "%s"));

  /** Places of every answer. */
  private static final Map<String, Answer> LASTING =
      Map.of(
          "denied", new Answer(403, "{'Code':'Forbidden.RAM','Message':%s,'RequestId':%1$s}"),
          "refused", new Answer(400, "{'Code':'InvalidParameter','Message':[%s]}"),
          "stuck", new Answer(500, "{'Code':'InternalError','Message':%s}"));

  /** Places inside a job, the raw status among them; the wait ends with the next answer or this. */
  static final List<String> IN_JOBS = List.of("status", "wrong type", "failed", "succeeded");

  static final Map<String, UnaryOperator<String>> FORMS =
      Map.of(
          "plain", text -> text,
          "url", text -> URLEncoder.encode(text, UTF_8),
          "hex", text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8)),
          "base64", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)),
          "json", Json::write);

  private static final Pattern SIGNATURE = Pattern.compile("(?:Signature=|v1=)([0-9a-f]{64})");

  private final String keys;
  private final String webhookSecret;
  private final Set<String> signatures = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> reads = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** What the APIs and the receiver know of secrets, they repeat beside what a request holds. */
  RepeatingServer(String keys, String webhookSecret) throws IOException {
    this.keys = keys;
    this.webhookSecret = webhookSecret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, api(exchange)));
    server.createContext("/hook", exchange -> answer(exchange, hook(exchange)));
    server.setExecutor(threads);
    server.start();
  }

  static List<String> places() {
    return Stream.of(PASSING.keySet(), LASTING.keySet(), IN_JOBS)
        .flatMap(Collection::stream)
        .sorted()
        .toList();
  }

  /** Whether waits for such a job never end by themselves. */
  static boolean endless(String place) {
    return place.equals("stuck");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Of all calls and posts that came. */
  Set<String> signatures() {
    return Set.copyOf(signatures);
  }

  private record Answer(int status, String body) {
    Answer filled(String repeated, String container) {
      String quoted = body.startsWith("{") ? Json.write(repeated) : repeated;
      return new Answer(status, body.replace('\'', '"').formatted(quoted, container));
    }
  }

  private Answer hook(HttpExchange exchange) throws IOException {
    String request = request(exchange, webhookSecret);
    return new Answer(exchange.getRequestURI().getPath().endsWith("302") ? 302 : 500, request);
  }

  private Answer api(HttpExchange exchange) throws IOException {
    String request = request(exchange, keys);
    JobOperation<?> operation =
        Catalogue.standard().require(exchange.getRequestHeaders().getFirst("x-acs-action"));
    String id =
        URLDecoder.decode(
            exchange.getRequestURI().getRawQuery().substring(operation.idField().length() + 1),
            UTF_8);
    boolean first = reads.merge(id, 1, Integer::sum) == 1;
    String place = id.replaceAll("~.*", "");
    UnaryOperator<String> form = FORMS.getOrDefault(id.replaceAll(".*~", ""), text -> text);
    String repeated = form.apply(request);
    Answer answer = first ? PASSING.getOrDefault(place, LASTING.get(place)) : LASTING.get(place);
    String container = operation.job().toString().replace("/", "");
    return answer == null
        ? new Answer(200, Json.write(response(operation, id, first ? place : "", repeated)))
        : answer.filled(repeated, container);
  }

  private static ObjectNode response(
      JobOperation<?> operation, String id, String place, String repeated) {
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("RequestId", "R1");
    ObjectNode job =
        operation.job().matches()
            ? response
            : response.putObject(operation.job().getMatchingProperty());
    job.put(operation.idField(), id);
    job.put(operation.statusField(), operation.awaitedOr(null).iterator().next());
    Map<String, Runnable> repeating = new HashMap<>();
    repeating.put("status", () -> job.put(operation.statusField(), repeated));
    repeating.put(
        "wrong type",
        () -> job.putArray(operation.statusField()).addObject().put(repeated, repeated));
    repeating.put("succeeded", () -> job.put("Echo", repeated).putArray("More").add(repeated));
    repeating.put(
        "failed",
        () -> {
          operation.statuses().entrySet().stream()
              .filter(it -> it.getValue() == JobState.FAILED)
              .forEach(it -> job.put(operation.statusField(), it.getKey()));
          job.put("Code", repeated).put("Message", repeated);
        });
    repeating.getOrDefault(place, () -> {}).run();
    return response;
  }

  private String request(HttpExchange exchange, String known) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String headers = exchange.getRequestHeaders().values().toString();
    Matcher signature = SIGNATURE.matcher(headers);
    while (signature.find()) {
      signatures.add(signature.group(1));
    }
    return String.join(" ", headers, known, body);
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    String location = URLEncoder.encode(answer.body(), UTF_8);
    exchange.getResponseHeaders().add("Location", "/?" + location);
    exchange.getResponseHeaders().add("x-acs-request-id", location);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
