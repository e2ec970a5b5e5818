package io.github.mediajobs.emulator.server;

import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.http.Request;
import io.github.mediajobs.emulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * What was read of a connection: a request, or the reason why there is none.
 *
 * @param request the request, or null
 * @param problem the answer when there is none, or null
 * @param lastOne whether the connection ends after the answer
 */
record ReadRequest(Request request, Response problem, boolean lastOne) {
  static ReadRequest of(Request request, boolean keepAlive) {
    return new ReadRequest(request, null, !keepAlive);
  }

  static ReadRequest problem(int status, String text) {
    return new ReadRequest(
        null,
        new Response(
            status,
            Map.of("Content-Type", "text/plain", "Connection", "close"),
            text.getBytes(StandardCharsets.UTF_8)),
        true);
  }

  Answer answer(Function<Request, Answer> application) {
    return request == null ? Answer.of(problem) : application.apply(request);
  }
}
