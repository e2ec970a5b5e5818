package io.github.mediajobs.emulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.traffic.Call;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One call on its way to an answer: what is known of it so far. */
final class Exchange {
  private static final String TROUBLESHOOT = "https://api.alibabacloud.com/troubleshoot?q=";

  private final Request request;
  private final Instant now;
  private final String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  private String service;
  private String action;
  private String jobId;
  private String accessKeyId;
  private String code;

  Exchange(Request request, Instant now) {
    this.request = request;
    this.now = now;
  }

  Request request() {
    return request;
  }

  Instant now() {
    return now;
  }

  void service(String value) {
    service = value;
  }

  void action(String value) {
    action = value;
  }

  void accessKeyId(String value) {
    accessKeyId = value;
  }

  void readJobId(String parameter) {
    jobId = request.parameter(parameter).orElse(null);
  }

  String requiredJobId(String parameter) {
    return ApiError.required(jobId, parameter);
  }

  Response success(ObjectNode body) {
    body.put("RequestId", requestId);
    return stamped(200, body);
  }

  Response error(ApiError error) {
    code = error.code();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("RequestId", requestId);
    body.put("HostId", request.header("host"));
    body.put("Code", error.code());
    body.put("Message", error.message());
    body.put("Recommend", TROUBLESHOOT + error.code() + "&requestId=" + requestId);
    return stamped(error.status(), body);
  }

  Call call(Answer answer) {
    int status = answer.delivery().answers() ? answer.response().status() : 0;
    return new Call(now, service, action, jobId, status, code, accessKeyId);
  }

  private Response stamped(int status, ObjectNode body) {
    return Response.json(status, body).withDefaults(Map.of("x-acs-request-id", requestId));
  }
}
