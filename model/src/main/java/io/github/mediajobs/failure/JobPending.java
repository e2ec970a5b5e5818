package io.github.mediajobs.failure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The details of a {@code JobPending} failure: what the last poll saw. They are readable while the
 * wait goes on, through DescribeWorkflowExecution.
 *
 * @param status the raw status
 * @param progress percent from 0 to 100, or null where the API reports none
 * @param polls polls so far, this one included
 * @param nextPollAt when the next poll is due
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobPending(
    String status,
    Integer progress,
    int polls,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant nextPollAt) {}
