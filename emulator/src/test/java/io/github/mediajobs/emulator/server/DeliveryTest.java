package io.github.mediajobs.emulator.server;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.Wire;
import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.delivery.Drip;
import io.github.mediajobs.emulator.delivery.Endless;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How answers travel, seen on a bare connection. */
@Timeout(60)
@ExtendWith(EmulatorExtension.class)
class DeliveryTest {
  private static final Duration TICK = Duration.ofMillis(1);

  private final Emulator emulator;
  private final Wire wire;

  DeliveryTest(Emulator emulator) throws IOException {
    this.emulator = emulator;
    this.wire = new Wire(emulator.url());
  }

  @BeforeEach
  void addJob() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ZERO));
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
  }

  @Test
  void aConnectionServesOneRequestAfterTheOther() throws IOException {
    for (int i = 0; i < 3; i++) {
      wire.write(request());
      assertThat(wire.readResponse()).startsWith("HTTP/1.1 200 OK").contains("\"j1\"");
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    emulator.fault(Fault.error(500, "First", "").delayed(Duration.ofMillis(20)));
    emulator.fault(Fault.error(503, "Second", ""));
    wire.write(new String(request(), UTF_8) + new String(request(), UTF_8));
    assertThat(wire.readResponse()).contains("First");
    assertThat(wire.readResponse()).contains("Second");
  }

  @Test
  void aClientThatWantsToCloseIsClosed() throws IOException {
    wire.write(new String(request(), UTF_8).replace("accept:", "connection: close\r\naccept:"));
    assertThat(wire.readToEnd()).startsWith("HTTP/1.1 200 OK").endsWith("}");
  }

  @Test
  void aDelayHoldsUpNobodyElse() throws IOException {
    emulator.fault(Fault.delay(Duration.ofHours(1)).forJob("j1"));
    wire.write(request());
    assertThat(ApiCall.of(PACKAGE, "j2", emulator.now()).send(emulator).status()).isEqualTo(404);
  }

  @Test
  void aDelayedAnswerComesWhole() throws IOException {
    emulator.fault(Fault.delay(TICK));
    wire.write(request());
    assertThat(wire.readResponse()).startsWith("HTTP/1.1 200 OK").contains("\"j1\"");
  }

  @ParameterizedTest
  @EnumSource(Drip.Part.class)
  void aDripBringsTheWholeAnswerInTheEnd(Drip.Part part) throws IOException {
    emulator.fault(Fault.delivery(new Drip(part, 7, TICK)));
    wire.write(request());
    assertThat(wire.readResponse()).startsWith("HTTP/1.1 200 OK").contains("\"j1\"").endsWith("}");
    wire.write(request());
    assertThat(wire.readResponse()).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void slowHeadersComeAFewBytesAtATime() throws IOException {
    emulator.fault(Fault.delivery(new Drip(Drip.Part.HEADERS, 5, Duration.ofHours(1))));
    wire.write(request());
    assertThat(wire.readSome(1000)).isEqualTo("HTTP/");
  }

  @Test
  void aSlowBodyComesAfterItsHeaders() throws IOException {
    emulator.fault(Fault.delivery(new Drip(Drip.Part.BODY, 5, Duration.ofHours(1))));
    wire.write(request());
    StringBuilder read = new StringBuilder();
    while (read.indexOf("\r\n\r\n") < 0 || read.toString().endsWith("\r\n\r\n")) {
      read.append(wire.readSome(10_000));
    }
    assertThat(read.substring(read.indexOf("\r\n\r\n") + 4)).hasSize(5);
  }

  @Test
  void anEndlessBodyGoesOnUntilTheClientHangsUp() throws IOException {
    emulator.fault(Fault.delivery(new Endless()));
    wire.write(request());
    long read = 0;
    while (read < 5_000_000) {
      read += wire.readSome(100_000).length();
    }
    wire.close();
    assertThat(ApiCall.of(PACKAGE, "j1", emulator.now()).send(emulator).status()).isEqualTo(200);
  }

  @Test
  void anEndlessBodyCanAnnounceASize() throws IOException {
    Response large = new Response(200, Map.of("Content-Length", "1000000"), new byte[0]);
    emulator.fault(Fault.raw(large).delivered(new Endless()));
    wire.write(request());
    assertThat(wire.readResponse())
        .contains("Content-Length: 1000000\r\n")
        .doesNotContain("Transfer-Encoding")
        .endsWith("\r\n\r\n{\"RequestId\":\"" + "x".repeat(1_000_000 - 14));
  }

  @Test
  void aCutBeforeReadingIsAReset() throws IOException {
    emulator.fault(Fault.cut(Cut.At.BEFORE_READING));
    wire.write(request());
    assertThatThrownBy(wire::readToEnd).isInstanceOf(SocketException.class);
    assertThat(emulator.calls().recent()).singleElement().matches(call -> call.status() == 0);
  }

  @Test
  void aCutAfterTheRequestIsAnEndWithoutAByte() throws IOException {
    emulator.fault(Fault.cut(Cut.At.AFTER_REQUEST));
    wire.write(request());
    assertThat(wire.readToEnd()).isEmpty();
    assertThat(emulator.calls().recent()).singleElement().matches(call -> call.status() == 0);
  }

  @Test
  void aCutInTheHeadersLeavesThemUnfinished() throws IOException {
    emulator.fault(Fault.cut(Cut.At.IN_HEADERS));
    wire.write(request());
    assertThat(wire.readToEnd()).startsWith("HTTP/1.1 200 OK").doesNotContain("\r\n\r\n");
  }

  @Test
  void aCutInTheBodyLeavesItShorterThanAnnounced() throws IOException {
    emulator.fault(Fault.cut(Cut.At.IN_BODY));
    wire.write(request());
    String text = wire.readToEnd();
    int announced = Integer.parseInt(text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).hasSize(announced / 2);
  }

  @Test
  void aCutAfterTheAnswerClosesAConnectionThatWasNotAnnouncedToClose() throws IOException {
    emulator.fault(Fault.cut(Cut.At.AFTER_ANSWER));
    wire.write(request());
    assertThat(wire.readToEnd())
        .startsWith("HTTP/1.1 200 OK")
        .doesNotContainIgnoringCase("connection: close")
        .endsWith("}");
  }

  @Test
  void whatIsNotHttpIsRefused() throws IOException {
    wire.write("how do you do\r\n\r\n");
    assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400");
  }

  @Test
  void aQueryThatIsNotPercentEncodedIsRefused() throws IOException {
    wire.write("GET /?JobId=%zz HTTP/1.1\r\nhost: x\r\n\r\n");
    assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400").contains("percent");
  }

  @Test
  void anExpectationIsAnsweredBeforeTheBody() throws IOException {
    String body = "{\"operation\":\"package\",\"jobId\":\"j9\",\"succeedsAfter\":\"PT1S\"}";
    wire.write(
        "POST /_emulator/jobs HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: "
            + body.length()
            + "\r\n\r\n");
    assertThat(wire.readSome(25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    wire.write(body);
    assertThat(wire.readResponse()).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void closingEndsOpenConnections() throws IOException {
    Wire open;
    try (Emulator closing = Emulator.start()) {
      open = new Wire(closing.url());
      open.write("GET /_emulator/health HTTP/1.1\r\nhost: x\r\n\r\n");
      assertThat(open.readResponse()).startsWith("HTTP/1.1 200 OK");
    }
    try (open) {
      assertThat(open.readToEnd()).isEmpty();
    }
  }

  private byte[] request() {
    return ApiCall.of(PACKAGE, "j1", emulator.now()).bytes(emulator.url());
  }
}
