package io.github.mediajobs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One successful read.
 *
 * @param job the job object under the API's own names, with every field that the API sent
 * @param region where the job was read
 * @param requestId the API's RequestId, or null when it sent none
 */
public record JobRead(ObjectNode job, String region, String requestId) {}
