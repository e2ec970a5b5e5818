package io.github.mediajobs.benchmark.engine;

/**
 * How fast jobs end that have all ended already.
 *
 * @param jobs how many were awaited
 * @param seconds from the first start until the client knew the last end
 * @param actions a job, heartbeats included
 * @param events in histories, a job
 * @param workerCpuMillis a job
 * @param apiCpuMillis of the API's server, a job
 */
record Rate(
    Contender contender,
    int jobs,
    double seconds,
    double actions,
    double events,
    double workerCpuMillis,
    double apiCpuMillis) {
  double perSecond() {
    return jobs / seconds;
  }
}
