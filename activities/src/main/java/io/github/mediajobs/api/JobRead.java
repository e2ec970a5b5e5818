package io.github.mediajobs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.job.MediaJob;

/**
 * One successful read.
 *
 * @param <J> the record that holds the job
 * @param job the job object under the API's own names, with every field that the API sent
 * @param record the same job, typed
 * @param region where the job was read
 * @param requestId the API's RequestId, or null when it sent none
 */
public record JobRead<J extends MediaJob>(
    ObjectNode job, J record, String region, String requestId) {}
