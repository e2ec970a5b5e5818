package io.github.mediajobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearntDurationsTest {
  private static JsonNode json(String text) throws Exception {
    return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void itGoesOverTheWireUnderTheseNames() throws Exception {
    LearntDurations learnt =
        new LearntDurations(
            "1@host", List.of(new LearntDurations.Kind("PipelineId=p", List.of(1.5, 2.0))));
    JsonNode wire = Json.tree(learnt);
    assertThat(wire)
        .isEqualTo(
            json("{'worker':'1@host','kinds':[{'kind':'PipelineId=p','durations':[1.5,2.0]}]}"));
    assertThat(Json.convert(wire, LearntDurations.class)).isEqualTo(learnt);
  }

  @Test
  void whatIsMissingIsEmptyAndWhatIsUnknownIsIgnored() throws Exception {
    assertThat(Json.convert(json("{'new':1}"), LearntDurations.class).kinds()).isEmpty();
    assertThat(Json.convert(json("{'kinds':[{'new':1}]}"), LearntDurations.class).kinds().get(0))
        .returns(List.of(), LearntDurations.Kind::durations);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | operation: missing",
        "{'operation':7} | operation: expected a string, got 7",
        "{'operation':' '} | operation: expected 1 to 255 characters",
        "[] | input: expected a JSON object"
      })
  void aWrongRequestIsNamed(String input, String message) {
    assertThatThrownBy(() -> LearntRequest.read(json(input)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(message);
  }
}
