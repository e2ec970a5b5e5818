package io.github.mediajobs.emulator.traffic;

import java.time.Instant;

/**
 * One call of the API.
 *
 * @param at when it came, by the emulator's clock
 * @param service the product's short name, or null when the operation is unknown
 * @param action the API's name of the operation as sent, or null
 * @param jobId the job's id as sent, or null
 * @param status the HTTP status answered; 0 when the connection ended before it
 * @param code the error code answered in the vendor's form, or null
 * @param accessKeyId the access key id that the call named, or null
 */
public record Call(
    Instant at,
    String service,
    String action,
    String jobId,
    int status,
    String code,
    String accessKeyId) {}
