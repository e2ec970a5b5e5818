package io.github.mediajobs.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyTest {
  @Test
  void isReadUpToItsLimit() {
    assertThat(Body.read(zeros(8), 8).fault()).isEmpty();
    assertThat(Body.read(zeros(9), 8).fault().orElseThrow()).hasMessage("more than 8 bytes");
  }

  @Test
  void isReadNoFurtherThanASegmentPastItsLimit() throws Exception {
    InputStream stream = zeros(1 << 20);

    Body.read(stream, 1000);

    assertThat(stream.available()).isGreaterThanOrEqualTo((1 << 20) - 1000 - 8192);
  }

  @Test
  void keepsTheStartOfWhatIsTooLargeForPeople() {
    Body large = Body.read(new ByteArrayInputStream("{\"a\":1}   ".getBytes(UTF_8)), 9);

    assertThat(large.start()).isEqualTo("{\"a\":1}   ");
    assertThat(large.json().isMissingNode()).isTrue();
  }

  @Test
  void keepsWhatCameBeforeTheConnectionBroke() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"RequestId\":".getBytes(UTF_8)), closed);

    Body body = Body.read(broken, 1000);

    assertThat(body.start()).isEqualTo("{\"RequestId\":");
    assertThat(body.fault().orElseThrow()).hasMessage("Stream closed");
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void isNoJsonWhenItIsNotOneDocumentInUtf(byte[] bytes) {
    assertThat(Body.read(new ByteArrayInputStream(bytes), 1 << 20).json().isMissingNode()).isTrue();
  }

  static Stream<byte[]> noJson() {
    return Stream.concat(
        Stream.of(
                "",
                "<html></html>",
                "{",
                "{}{}",
                "nothing",
                "[".repeat(100_000),
                "1e9999999999",
                "{'a':1,'a':1}")
            .map(text -> text.replace('\'', '"'))
            .map(text -> text.getBytes(UTF_8)),
        Stream.of(
            "{\"JobId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
            new byte[] {0, 0, 0, '{', 127, 127, 127, 127},
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
  }

  private static InputStream zeros(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }
}
