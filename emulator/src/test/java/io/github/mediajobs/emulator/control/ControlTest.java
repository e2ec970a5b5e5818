package io.github.mediajobs.emulator.control;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.job.JobView;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Control over HTTP, as any program would. */
class ControlTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void isHealthy() {
    assertThat(send("GET", "health", "").statusCode()).isEqualTo(200);
  }

  @Test
  void addsAJobThatSucceeds() {
    ok("POST", "jobs", "{'operation':'package','jobId':'j1','succeedsAfter':'PT10S'}");
    assertThat(read(PACKAGE, "j1").jobStatus(PACKAGE)).isEqualTo("Init");
    clock.move(Duration.ofSeconds(10));
    assertThat(read(PACKAGE, "j1").jobStatus(PACKAGE)).isEqualTo("Success");
  }

  @Test
  void addsAJobThatFails() {
    ok(
        "POST",
        "jobs",
        "{'operation':'GetPackageJob','jobId':'j1','failsAfter':'PT0S','code':'C','message':'m'}");
    JsonNode job = read(PACKAGE, "j1").job(PACKAGE);
    assertThat(job.path("Status").textValue()).isEqualTo("Fail");
    assertThat(job.path("Code").textValue()).isEqualTo("C");
    assertThat(job.path("Message").textValue()).isEqualTo("m");
  }

  @Test
  void addsAJobWithPhasesAndFields() {
    ok(
        "POST",
        "jobs",
        """
        {'operation':'media-producing','jobId':'j1','appearsAfter':'PT1S',
         'phases':[{'after':'PT0S','status':'Init','progress':0},
                   {'after':'PT10S','status':'Odd','progress':50},
                   {'after':'PT20S','status':'Success','progress':100}],
         'fields':{'UserData':'u','Timeline':{'a':1}},'finalFields':{'MediaURL':'http://m'}}
        """);
    assertThat(read(MEDIA_PRODUCING, "j1").code()).isEqualTo("JobNotFound");
    clock.move(Duration.ofSeconds(15));
    JsonNode job = read(MEDIA_PRODUCING, "j1").job(MEDIA_PRODUCING);
    assertThat(job.path("Status").textValue()).isEqualTo("Odd");
    assertThat(job.path("Progress").intValue()).isEqualTo(75);
    assertThat(job.at("/Timeline/a").intValue()).isEqualTo(1);
    clock.move(Duration.ofSeconds(5));
    assertThat(read(MEDIA_PRODUCING, "j1").job(MEDIA_PRODUCING).path("MediaURL").textValue())
        .isEqualTo("http://m");
  }

  @Test
  void addsManyJobsAtOnceOrNone() {
    String good = "{'operation':'package','jobId':'j%d','succeedsAfter':'PT1S'}";
    ok("POST", "jobs", "[" + good.formatted(1) + "," + good.formatted(2) + "]");
    assertThat(read(PACKAGE, "j2").status()).isEqualTo(200);
    HttpResponse<byte[]> wrong =
        send("POST", "jobs", "[" + good.formatted(3) + ",{'operation':'package'}]");
    assertThat(error(wrong)).startsWith("[1].jobId");
    assertThat(read(PACKAGE, "j3").code()).isEqualTo("JobNotFound");
  }

  @Test
  void listsAllJobsWithTheirPolls() {
    ok("POST", "jobs", "{'operation':'package','jobId':'j1','succeedsAfter':'PT10S'}");
    read(PACKAGE, "j1");
    JsonNode jobs = ok("GET", "jobs", "").path("jobs");
    JsonNode scripted = find(jobs, "j1");
    assertThat(scripted.path("operation").textValue()).isEqualTo("GetPackageJob");
    assertThat(scripted.path("status").textValue()).isEqualTo("Init");
    assertThat(scripted.path("sample").booleanValue()).isFalse();
    assertThat(scripted.path("polls").intValue()).isEqualTo(1);
    assertThat(scripted.at("/polledAt/0").textValue()).isEqualTo(MovableClock.START.toString());
    assertThat(StreamSupport.stream(jobs.spliterator(), false))
        .filteredOn(job -> job.path("sample").booleanValue())
        .hasSize(emulator.catalogue().operations().size());
  }

  @Test
  void removesJobs() {
    ok("POST", "jobs", "{'operation':'package','jobId':'j1','succeedsAfter':'PT10S'}");
    ok("DELETE", "jobs", "");
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("JobNotFound");
    assertThat(emulator.jobs()).isNotEmpty().allMatch(JobView::sample);
  }

  @Test
  void addsAnError() {
    ok(
        "POST",
        "faults",
        """
        {'operation':'package','jobId':'j1','times':2,'status':400,'code':'Throttling.User',
         'message':'slow','retryAfter':'1500'}
        """);
    ApiReply reply = read(PACKAGE, "j1");
    assertThat(reply.code()).isEqualTo("Throttling.User");
    assertThat(reply.headers().firstValue("x-acs-retry-after")).contains("1500");
    assertThat(ok("GET", "faults", "").at("/faults/0/times").intValue()).isEqualTo(1);
    ok("DELETE", "faults", "");
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("JobNotFound");
  }

  @Test
  void addsARawBody() throws IOException {
    ok(
        "POST",
        "faults",
        """
        {'status':502,'headers':{'Content-Type':'text/html'},'body':'<html>'}
        """);
    HttpResponse<byte[]> response = ApiCall.of(PACKAGE, "j1", clock.instant()).trySend(emulator);
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("content-type")).contains("text/html");
    assertThat(response.body()).asString().isEqualTo("<html>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'times':1,'cut':'IN_BODY'}",
        "{'times':3,'delay':'PT1S'}",
        "{'forever':true,'endless':true}",
        "{'times':1,'drip':{'part':'HEADERS','bytes':3,'every':'PT0.1S'}}",
        "{'operation':'GetPackageJob','jobId':'j','times':1,'status':503,'code':'A','message':'b'}",
        "{'times':1,'status':200,'headers':{'X-A':'b'},'bodyBase64':'AAH/'}"
      })
  void aFaultIsShownAsItCanBeAdded(String json) throws IOException {
    ok("POST", "faults", json);
    JsonNode shown = ok("GET", "faults", "").at("/faults/0");
    assertThat(shown).isEqualTo(Json.read(quoted(json)));
  }

  @Test
  void countsCalls() {
    read(PACKAGE, "j1");
    JsonNode calls = ok("GET", "calls", "");
    assertThat(calls.path("total").intValue()).isEqualTo(1);
    assertThat(calls.at("/perOperation/GetPackageJob").intValue()).isEqualTo(1);
    assertThat(calls.at("/perSecond/ICE").path(MovableClock.START.toString()).intValue())
        .isEqualTo(1);
    assertThat(calls.at("/perSecond/MPS").isEmpty()).isTrue();
    assertThat(calls.at("/recent/0/code").textValue()).isEqualTo("JobNotFound");
  }

  @Test
  void setsAndLiftsTheLimit() {
    ok("POST", "limit", "{'callsPerSecond':1}");
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("JobNotFound");
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("Throttling.User");
    ok("DELETE", "limit", "");
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("JobNotFound");
  }

  @Test
  void resets() {
    ok("POST", "jobs", "{'operation':'package','jobId':'j1','succeedsAfter':'PT10S'}");
    ok("POST", "faults", "{'cut':'IN_BODY'}");
    ok("POST", "reset", "");
    assertThat(emulator.faults()).isEmpty();
    assertThat(emulator.jobs()).allMatch(JobView::sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jobs   | not json | body
          jobs   | 7 | body
          jobs   | {} | operation
          jobs   | {'operation':'nothing','jobId':'j','succeedsAfter':'PT1S'} | operation
          jobs   | {'operation':7,'jobId':'j','succeedsAfter':'PT1S'} | operation
          jobs   | {'operation':'package','succeedsAfter':'PT1S'} | jobId
          jobs   | {'operation':'package','jobId':' ','succeedsAfter':'PT1S'} | jobId
          jobs   | {'operation':'package','jobId':'j'} | phases
          jobs   | {'operation':'package','jobId':'j','phases':[]} | phases
          jobs   | {'operation':'package','jobId':'j','phases':[{'after':'PT0S'}]} | phases[0].status
          jobs   | {'operation':'package','jobId':'j','succeedsAfter':'10 s'} | succeedsAfter
          jobs   | {'operation':'package','jobId':'j','succeedsAfter':'-PT1S'} | succeedsAfter
          jobs   | {'operation':'package','jobId':'j','sucedsAfter':'PT1S'} | sucedsAfter
          jobs   | {'operation':'package','jobId':'j','failsAfter':'PT1S','message':'m'} | code
          jobs   | {'operation':'package','jobId':'j','succeedsAfter':'PT1S','code':'c'} | code
          jobs   | {'operation':'live-snapshot','jobId':'j','failsAfter':'PT1S','code':'c','message':'m'} | failsAfter
          faults | {'operation':'nothing'} | operation
          faults | {'times':0} | times
          faults | {'code':'A'} | status
          faults | {'status':'A'} | status
          faults | {'status':9,'code':'A'} | status
          faults | {'body':'x'} | status
          faults | {'status':100,'body':'x'} | status
          faults | {'status':200,'bodyBase64':'?'} | bodyBase64
          faults | {'cut':'SOMEWHERE'} | cut
          faults | {'delay':'-PT1S'} | delay
          faults | {'drip':{'part':'BODY','bytes':0,'every':'PT1S'}} | drip.bytes
          faults | {'drip':{'part':'BODY','every':'PT1S'}} | drip.bytes
          faults | {'oops':1} | oops
          faults | {'cut':'IN_BODY','endless':true} | endless
          faults | {'status':400,'code':'A','body':'x'} | body
          faults | {'status':400,'message':'x'} | message
          faults | {'times':2,'forever':true} | forever
          faults | [{'drip':{'part':'BODY','bytes':0,'every':'PT1S'}}] | [0].drip.bytes
          limit  | {} | callsPerSecond
          limit  | {'callsPerSecond':0} | callsPerSecond
          """)
  void wrongInputIsAnErrorThatNamesTheField(String path, String json, String field) {
    HttpResponse<byte[]> response = send("POST", path, json);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error(response)).startsWith(field + ":");
  }

  @Test
  void showsTheConnections() {
    JsonNode connections = ok("GET", "connections", "");
    assertThat(connections.path("accepted").longValue())
        .isEqualTo(emulator.connections().accepted())
        .isPositive();
    assertThat(connections.path("open").longValue()).isPositive();
  }

  @Test
  void anUnknownPathIsToldWhatThereIs() {
    HttpResponse<byte[]> response = send("PUT", "jobs", "");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(error(response)).contains("PUT jobs", "POST jobs");
  }

  private ApiReply read(JobOperation<?> operation, String jobId) {
    return ApiCall.of(operation, jobId, clock.instant()).send(emulator);
  }

  private static JsonNode find(JsonNode jobs, String jobId) {
    return StreamSupport.stream(jobs.spliterator(), false)
        .filter(job -> job.path("jobId").textValue().equals(jobId))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode ok(String method, String path, String json) {
    HttpResponse<byte[]> response = send(method, path, json);
    assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
    return body(response);
  }

  private HttpResponse<byte[]> send(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.url() + "/_emulator/" + path))
            .method(method, BodyPublishers.ofByteArray(quoted(json)))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String error(HttpResponse<byte[]> response) {
    return body(response).path("error").textValue();
  }

  private static JsonNode body(HttpResponse<byte[]> response) {
    try {
      return Json.read(response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] quoted(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }
}
