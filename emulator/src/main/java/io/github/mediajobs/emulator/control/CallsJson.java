package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.traffic.CallLog;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;

/** The calls so far as JSON. */
final class CallsJson {
  private static final int SHOWN = 100;

  private CallsJson() {}

  static ObjectNode write(CallLog calls, Catalogue catalogue) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("total", calls.total());
    json.set("perOperation", Json.tree(calls.perOperation()));
    ObjectNode perSecond = json.putObject("perSecond");
    catalogue.operations().stream()
        .map(operation -> operation.service().name())
        .distinct()
        .forEach(
            service -> {
              ObjectNode seconds = perSecond.putObject(service);
              calls
                  .perSecond(service)
                  .forEach((second, count) -> seconds.put(second.toString(), count));
            });
    json.set("recent", Json.tree(calls.recent(SHOWN)));
    return json;
  }
}
