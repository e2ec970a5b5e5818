package io.github.mediajobs.api;

import io.github.mediajobs.operation.Service;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Where each API is called for each region, made once: names are dear to check. Thread-safe. */
final class Endpoints {
  private final Map<String, URI> given;
  private final Map<Place, HttpUrl> urls = new ConcurrentHashMap<>();

  /** Endpoints by {@link Service#name()} in place of the public ones. */
  Endpoints(Map<String, URI> given) {
    this.given = given;
  }

  HttpUrl of(Service service, String region) {
    return urls.computeIfAbsent(
        new Place(service, region),
        place -> {
          URI endpoint = given.get(place.service.name());
          return endpoint == null
              ? new HttpUrl.Builder().scheme("https").host(place.service.host(place.region)).build()
              : HttpUrl.get(endpoint);
        });
  }

  private record Place(Service service, String region) {}
}
