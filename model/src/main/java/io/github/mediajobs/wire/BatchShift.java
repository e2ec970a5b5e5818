package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;

/**
 * The input of the activity that polls a batch; every shift gets the same.
 *
 * @param request the batch, every job's region named
 * @param startedAt when the waits began
 * @param deadlineAt when they end with a last poll of each job
 * @param ended which jobs an earlier run saw end: a bit each, from the lowest of the first byte on,
 *     in base64; null for a first run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchShift(
    BatchRequest request,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant deadlineAt,
    String ended) {
  /**
   * Checks that nothing is missing.
   *
   * @throws InvalidRequestException naming the first field that is missing
   */
  public BatchShift {
    Limits.given("request", request);
    Limits.given("startedAt", startedAt);
    Limits.given("deadlineAt", deadlineAt);
  }

  /**
   * Reads the input from outside.
   *
   * @param input the activity's input
   * @return the shift
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static BatchShift read(JsonNode input) {
    Fields fields = Fields.of(input);
    return new BatchShift(
        fields.object("request", BatchRequest::read),
        fields.instant("startedAt"),
        fields.instant("deadlineAt"),
        fields.text("ended"));
  }

  /**
   * Writes which jobs have ended.
   *
   * @param jobs their indexes
   * @return what {@link #ended} holds
   */
  public static String bits(BitSet jobs) {
    return Base64.getEncoder().encodeToString(jobs.toByteArray());
  }

  /**
   * Which jobs have ended.
   *
   * @return their indexes
   * @throws InvalidRequestException when {@link #ended} is not base64
   */
  public BitSet endedBits() {
    try {
      return ended == null ? new BitSet() : BitSet.valueOf(Base64.getDecoder().decode(ended));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException("ended", "expected base64");
    }
  }
}
