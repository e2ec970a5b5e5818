package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Callbacks;
import io.github.mediajobs.emulator.callback.Forgery;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** Callbacks as JSON; the key is taken and never shown. */
final class CallbacksJson {
  private static final Set<String> OPTIONS =
      Set.of("url", "authKey", "drop", "forge", "forgery", "repeat", "delay");
  private static final Set<String> EVENT =
      Set.of(OperationName.FIELD, "jobId", "status", "forgery");

  private CallbacksJson() {}

  static CallbackOptions read(JsonNode node) {
    JsonFields json = JsonFields.of(node, "", OPTIONS);
    return json.built(
        () ->
            new CallbackOptions(
                url(json),
                json.text("authKey"),
                Objects.requireNonNullElse(json.number("drop"), 0.0),
                Objects.requireNonNullElse(json.number("forge"), 0.0),
                Objects.requireNonNullElse(
                    json.constant("forgery", Forgery.class), Forgery.WRONG_SIGNATURE),
                Objects.requireNonNullElse(json.integer("repeat"), 1),
                Objects.requireNonNullElse(json.duration("delay"), Duration.ZERO)));
  }

  private static URI url(JsonFields json) {
    try {
      return new URI(json.required("url", json.text("url")));
    } catch (URISyntaxException e) {
      throw json.wrong("url", "expected http://host... or https://host...");
    }
  }

  /** Posts one event now. */
  static void send(JsonNode node, Catalogue catalogue, Callbacks callbacks) {
    JsonFields json = JsonFields.of(node, "", EVENT);
    String status = json.required("status", json.text("status"));
    if (!status.equals("Success") && !status.equals("Fail")) {
      throw json.wrong("status", "expected Success or Fail, got " + status);
    }
    callbacks.send(
        json.required(OperationName.FIELD, OperationName.read(json, catalogue)),
        json.required("jobId", json.text("jobId")),
        status.equals("Success"),
        json.constant("forgery", Forgery.class));
  }

  static ObjectNode write(Callbacks callbacks) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    callbacks
        .options()
        .ifPresent(
            options -> {
              json.put("url", options.url().toString());
              json.put("signed", options.authKey() != null);
              json.put("drop", options.drop());
              json.put("forge", options.forge());
              json.put("forgery", options.forgery().name());
              json.put("repeat", options.repeat());
              json.put("delay", options.delay().toString());
            });
    json.set("sent", Json.tree(callbacks.sent()));
    return json;
  }
}
