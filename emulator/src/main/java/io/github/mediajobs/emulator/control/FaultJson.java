package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.delivery.Delivery;
import io.github.mediajobs.emulator.delivery.Drip;
import io.github.mediajobs.emulator.delivery.Endless;
import io.github.mediajobs.emulator.delivery.Whole;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.fault.Reply;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.operation.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Faults as JSON. A code makes an error in the vendor's form, a body alone any bytes. */
final class FaultJson {
  private static final String RETRY_AFTER = "x-acs-retry-after";
  private static final Set<String> KNOWN =
      Set.of(
          OperationName.FIELD,
          "jobId",
          "times",
          "forever",
          "status",
          "code",
          "message",
          "retryAfter",
          "headers",
          "body",
          "bodyBase64",
          "delay",
          "drip",
          "endless",
          "cut");

  private FaultJson() {}

  static Fault read(JsonNode node, String path, Catalogue catalogue) {
    JsonFields json = JsonFields.of(node, path, KNOWN);
    Fault fault = json.built(() -> fault(json, catalogue));
    return Boolean.TRUE.equals(json.flag("forever")) ? fault.forever() : fault;
  }

  private static Fault fault(JsonFields json, Catalogue catalogue) {
    json.atMostOne("cut", "endless", "drip");
    json.atMostOne("code", "body", "bodyBase64");
    json.atMostOne("times", "forever");
    Integer times = json.integer("times");
    Duration delay = json.duration("delay");
    return new Fault(
        OperationName.action(json, catalogue),
        json.text("jobId"),
        times == null ? 1 : times,
        reply(json),
        delay == null ? Duration.ZERO : delay,
        delivery(json));
  }

  static ObjectNode write(Fault fault) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (fault.action() != null) {
      json.put(OperationName.FIELD, fault.action());
    }
    if (fault.jobId() != null) {
      json.put("jobId", fault.jobId());
    }
    if (fault.times() == Fault.FOREVER) {
      json.put("forever", true);
    } else {
      json.put("times", fault.times());
    }
    write(fault.reply(), json);
    if (!fault.delay().isZero()) {
      json.put("delay", fault.delay().toString());
    }
    write(fault.delivery(), json);
    return json;
  }

  private static Reply reply(JsonFields json) {
    Integer status = json.integer("status");
    Map<String, String> headers = headers(json);
    if (json.has("code")) {
      String message = json.text("message");
      return new Reply.Refusal(
          new ApiError(
              json.required("status", status), json.text("code"), message == null ? "" : message),
          headers);
    }
    if (json.has("message")) {
      throw json.wrong("message", "goes with a code");
    }
    byte[] body = body(json);
    if (status == null && (body != null || !headers.isEmpty())) {
      throw json.wrong("status", "missing; an answer of its own needs one");
    }
    return status == null
        ? new Reply.Usual()
        : new Reply.Raw(new Response(status, headers, body == null ? new byte[0] : body));
  }

  private static Map<String, String> headers(JsonFields json) {
    Map<String, String> headers = new TreeMap<>();
    json.object("headers").forEach((name, value) -> headers.put(name, value.asText()));
    if (json.has("retryAfter")) {
      headers.put(RETRY_AFTER, json.text("retryAfter"));
    }
    return headers;
  }

  private static byte[] body(JsonFields json) {
    if (json.has("bodyBase64")) {
      try {
        return Base64.getDecoder().decode(json.text("bodyBase64"));
      } catch (IllegalArgumentException e) {
        throw json.wrong("bodyBase64", "not Base64: " + e.getMessage());
      }
    }
    return json.has("body") ? json.text("body").getBytes(StandardCharsets.UTF_8) : null;
  }

  private static Delivery delivery(JsonFields json) {
    if (json.has("cut")) {
      return new Cut(json.constant("cut", Cut.At.class));
    }
    if (Boolean.TRUE.equals(json.flag("endless"))) {
      return new Endless();
    }
    JsonFields drip = json.nested("drip", Set.of("part", "bytes", "every"));
    return drip == null
        ? new Whole()
        : drip.built(
            () ->
                new Drip(
                    drip.required("part", drip.constant("part", Drip.Part.class)),
                    drip.required("bytes", drip.integer("bytes")),
                    drip.required("every", drip.duration("every"))));
  }

  private static void write(Reply reply, ObjectNode json) {
    if (reply instanceof Reply.Refusal refusal) {
      json.put("status", refusal.error().status());
      json.put("code", refusal.error().code());
      json.put("message", refusal.error().message());
      writeHeaders(refusal.headers(), json);
    } else if (reply instanceof Reply.Raw raw) {
      json.put("status", raw.response().status());
      writeHeaders(raw.response().headers(), json);
      json.put("bodyBase64", Base64.getEncoder().encodeToString(raw.response().body()));
    }
  }

  private static void writeHeaders(Map<String, String> headers, ObjectNode json) {
    if (!headers.isEmpty()) {
      ObjectNode object = json.putObject("headers");
      headers.forEach(object::put);
    }
  }

  private static void write(Delivery delivery, ObjectNode json) {
    if (delivery instanceof Cut cut) {
      json.put("cut", cut.at().name());
    } else if (delivery instanceof Endless) {
      json.put("endless", true);
    } else if (delivery instanceof Drip drip) {
      json.putObject("drip")
          .put("part", drip.part().name())
          .put("bytes", drip.bytes())
          .put("every", drip.every().toString());
    }
  }
}
