package io.github.mediajobs.shift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.wire.EndedJobs;

/**
 * What a shift leaves to the next one, as heartbeat details.
 *
 * @param jobs {@link PackedJobs}
 * @param signals how many signals were sent
 * @param untold ends that no signal told yet; null for none
 * @param submitted {@link SubmissionTimes}; null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShiftState(String jobs, int signals, EndedJobs untold, String submitted) {}
