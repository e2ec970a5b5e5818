package io.github.mediajobs.benchmark.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most of the heap that was in use after a collection. */
final class HeapPeak {
  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(it -> it.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());
  private final AtomicLong peak = new AtomicLong();

  private HeapPeak() {}

  /** From now on. */
  static HeapPeak watch() {
    HeapPeak self = new HeapPeak();
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, unused) ->
                  self.collected(
                      GarbageCollectionNotificationInfo.from(
                              (CompositeData) notification.getUserData())
                          .getGcInfo()),
              it ->
                  it.getType()
                      .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
              null);
    }
    return self;
  }

  private void collected(GcInfo info) {
    long used =
        info.getMemoryUsageAfterGc().entrySet().stream()
            .filter(it -> pools.contains(it.getKey()))
            .mapToLong(it -> it.getValue().getUsed())
            .sum();
    peak.accumulateAndGet(used, Math::max);
  }

  long bytes() {
    return peak.get();
  }
}
