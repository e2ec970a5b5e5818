package io.github.mediajobs.emulator.job;

import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;

/**
 * Which jobs a list shows.
 *
 * @param operation reads them
 * @param keyword an id, white space around it aside, or a part of the job's name; null for any
 * @param status the raw status; null for any
 * @param from the earliest time of creation; null for the beginning
 * @param to the latest time of creation; null for now
 * @param newestFirst whether the newest come first
 * @param after the place after which the page begins; null for the first
 * @param skip how many jobs from there are left out
 * @param size how many jobs the page holds at most
 * @param counted whether the jobs on all pages are counted
 */
public record JobSearch(
    JobOperation<?> operation,
    String keyword,
    String status,
    Instant from,
    Instant to,
    boolean newestFirst,
    Place after,
    long skip,
    int size,
    boolean counted) {}
