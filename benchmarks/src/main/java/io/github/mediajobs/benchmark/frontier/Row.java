package io.github.mediajobs.benchmark.frontier;

/**
 * What one contender came to in one case.
 *
 * @param truth the case
 * @param contender who polled
 * @param polls mean for a job
 * @param delaySeconds mean for a job
 * @param delayOverOptimum the delay over the least one at as many polls
 * @param costOverOptimum polls times their cost plus delay, over the least such cost
 */
record Row(
    String truth,
    String contender,
    double polls,
    double delaySeconds,
    double delayOverOptimum,
    double costOverOptimum) {}
