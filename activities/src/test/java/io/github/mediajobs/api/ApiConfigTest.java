package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiConfigTest {
  private static final Service MINE = new Service("MINE", "1", "mine.{region}.example.com");
  private static final String ICE_ENDPOINT = "MEDIAJOBS_ICE_ENDPOINT";

  @Test
  void hasDefaultsWithoutAnyVariable() {
    assertThat(ApiConfig.fromEnvironment(Map.of()))
        .isEqualTo(
            new ApiConfig(
                "cn-shanghai",
                Map.of(),
                OptionalDouble.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                16 * 1024 * 1024));
  }

  @Test
  void takesEmptyVariablesForUnset() {
    assertThat(
            ApiConfig.fromEnvironment(
                Map.of(
                    "MEDIAJOBS_REGION", "", ICE_ENDPOINT, " ", "MEDIAJOBS_CALLS_PER_SECOND", "")))
        .isEqualTo(ApiConfig.defaults());
  }

  @Test
  void readsEveryVariable() {
    ApiConfig config =
        ApiConfig.fromEnvironment(
            Map.of(
                "MEDIAJOBS_REGION",
                "cn-beijing",
                ICE_ENDPOINT,
                "http://127.0.0.1:8080",
                "MEDIAJOBS_MPS_ENDPOINT",
                "https://mts-vpc.cn-beijing.aliyuncs.com/",
                "MEDIAJOBS_CALLS_PER_SECOND",
                "12.5"));

    assertThat(config.region()).isEqualTo("cn-beijing");
    assertThat(config.callsPerSecond()).hasValue(12.5);
    assertThat(new Endpoints(config.endpoints()).of(Service.ICE, "cn-beijing"))
        .hasToString("http://127.0.0.1:8080/");
    assertThat(new Endpoints(config.endpoints()).of(Service.MPS, "cn-beijing"))
        .hasToString("https://mts-vpc.cn-beijing.aliyuncs.com/");
  }

  @Test
  void readsTheEndpointOfAUsersOwnApi() {
    Catalogue catalogue =
        Catalogue.standard()
            .with(
                JobOperation.of(MINE, "GetMine", PackageJob.class)
                    .status(JobState.SUCCEEDED, "Done")
                    .build());

    ApiConfig config =
        ApiConfig.fromEnvironment(
            Map.of("MEDIAJOBS_MINE_ENDPOINT", "https://mine.example.com:8443"), catalogue);

    assertThat(new Endpoints(config.endpoints()).of(MINE, "cn-shanghai"))
        .hasToString("https://mine.example.com:8443/");
  }

  @Test
  void callsThePublicEndpointOfTheRegionByDefault() {
    assertThat(new Endpoints(Map.of()).of(Service.MPS, "eu-west-1"))
        .hasToString("https://mts.eu-west-1.aliyuncs.com/");
  }

  @ParameterizedTest
  @CsvSource({
    "MEDIAJOBS_REGION, Shanghai!",
    "MEDIAJOBS_REGION, evil.example.com/",
    "MEDIAJOBS_CALLS_PER_SECOND, many",
    "MEDIAJOBS_CALLS_PER_SECOND, 0",
    "MEDIAJOBS_CALLS_PER_SECOND, -1",
    "MEDIAJOBS_CALLS_PER_SECOND, NaN",
    "MEDIAJOBS_CALLS_PER_SECOND, Infinity",
    "MEDIAJOBS_ICE_ENDPOINT, ice.example.com",
    "MEDIAJOBS_ICE_ENDPOINT, 'https://'",
    "MEDIAJOBS_ICE_ENDPOINT, 'https://a b'",
    "MEDIAJOBS_ICE_ENDPOINT, ftp://ice.example.com",
    "MEDIAJOBS_ICE_ENDPOINT, https://ice.example.com/path",
    "MEDIAJOBS_ICE_ENDPOINT, https://ice.example.com?a=b",
    "MEDIAJOBS_ICE_ENDPOINT, https://ice.example.com#a",
    "MEDIAJOBS_ICE_ENDPOINT, https://ice.example.com:99999",
    "MEDIAJOBS_ICE_ENDPOINT, https://user@ice.example.com",
    "MEDIAJOBS_MPS_ENDPOINT, http://mts.example.com",
  })
  void namesTheVariableThatIsWrong(String name, String value) {
    assertThatThrownBy(() -> ApiConfig.fromEnvironment(Map.of(name, value)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(name + ": ");
  }

  @Test
  void doesNotRepeatAPasswordInAUrl() {
    assertThatThrownBy(
            () ->
                ApiConfig.fromEnvironment(
                    Map.of(ICE_ENDPOINT, "https://user:pa55word@ice.example")))
        .hasMessageNotContaining("pa55word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1",
        "http://127.0.0.1:80",
        "http://127.255.3.4:9",
        "http://localhost:9",
        "http://LOCALHOST:9",
        "http://[::1]:9",
        "http://[0:0:0:0:0:0:0:1]:9",
        "https://ice.example.com",
        "https://[2001:db8::1]:8443",
      })
  void takesHttpsAndLoopbackAddresses(String url) {
    assertThat(ApiConfig.defaults().withEndpoint(Service.ICE, URI.create(url)).endpoints())
        .containsEntry("ICE", URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://128.0.0.1",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://127.1",
        "http://127.0.0.256",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[::2]",
        "http://100.100.100.200",
        "HTTP://EXAMPLE.COM",
        "http://example.com:443",
        "http://0",
        "http://0x7f.1",
        "http://0177.0.0.1",
        "http://2130706433",
        "http://127.0.0.1.",
        "http://127.0.0.1@example.com",
        "http://localhost@example.com",
        "http://localhost.",
        "http://a.localhost",
        "http://[::]",
        "http://[::127.0.0.1]",
        "http://[::ffff:10.0.0.1]",
        "http://[::1%25lo]",
        "http://[::1%lo]",
        "http://[fe80::1%25eth0]",
        "http://①②⑦.0.0.1",
        "http://l\u043ecalhost",
        "http:127.0.0.1",
        "http:///127.0.0.1",
        "//127.0.0.1",
      })
  void refusesPlainHttpToAnythingElse(String url) {
    assertThatThrownBy(() -> ApiConfig.defaults().withEndpoint(Service.ICE, URI.create(url)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("endpoints.ICE: ");
  }

  @ParameterizedTest
  @CsvSource({
    "https://ice.example.com, ice.example.com",
    "https://ice.example.com:443, ice.example.com",
    "https://ICE.example.com:8443, ice.example.com:8443",
    "http://127.0.0.1:80, 127.0.0.1",
    "http://127.0.0.1:443, 127.0.0.1:443",
    "http://[::1]:8080, [::1]:8080",
  })
  void signsTheHostWithThePortWhenItIsNotTheSchemesOwn(String url, String host) {
    assertThat(Endpoint.host(Endpoint.url("url", URI.create(url)))).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT20S, connectTimeout",
    "PT-1S, PT20S, connectTimeout",
    "PT0.000001S, PT20S, connectTimeout",
    "PT20.001S, PT20S, connectTimeout",
    "PT8S, PT7S, connectTimeout",
    ", PT20S, connectTimeout",
    "PT5S, PT0S, callTimeout",
    "PT5S, PT20.001S, callTimeout",
    "PT5S, , callTimeout",
  })
  void refusesTimeoutsThatAreNotAboveZeroOrTooLong(Duration connect, Duration call, String field) {
    assertThatThrownBy(() -> config(connect, call, 1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(field + ": ");
  }

  @Test
  void takesTimeoutsUpToTheCallTimeout() {
    Duration longest = Duration.ofSeconds(20);
    assertThat(config(longest, longest, 1).connectTimeout()).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, (1L << 30) + 1})
  void refusesLimitsOfTheResponseOutOfBounds(long maxResponseBytes) {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> config(second, second, maxResponseBytes))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("maxResponseBytes: ");
  }

  @Test
  void takesTheLeastAndTheMostThatMayBeSet() {
    Duration shortest = Duration.ofMillis(1);
    assertThat(config(shortest, shortest, 1L << 30))
        .extracting(ApiConfig::callTimeout, ApiConfig::maxResponseBytes)
        .containsExactly(shortest, 1L << 30);
  }

  @Test
  void refusesARateOfNothingHoweverItIsSet() {
    assertThatThrownBy(() -> ApiConfig.defaults().withCallsPerSecond(0))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("callsPerSecond: expected a number above zero such as 50");
  }

  @Test
  void refusesToHaveNoRegion() {
    assertThatThrownBy(() -> ApiConfig.defaults().withRegion(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("region: missing; expected one such as cn-shanghai");
  }

  @Test
  void tellsWhatIsTooMuchInAnEndpoint() {
    assertThatThrownBy(() -> ApiConfig.fromEnvironment(Map.of(ICE_ENDPOINT, "https://h.com/path")))
        .hasMessageStartingWith(ICE_ENDPOINT + ": leave out the path");
  }

  @Test
  void refusesAHostThatHidesAPassword() {
    URI odd = URI.create("https://user:pa55word@under_score.example.com");
    assertThatThrownBy(() -> ApiConfig.defaults().withEndpoint(Service.ICE, odd))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("endpoints.ICE: expected a URL")
        .hasMessageNotContaining("pa55word");
  }

  private static ApiConfig config(Duration connect, Duration call, long maxResponseBytes) {
    ApiConfig good = ApiConfig.defaults();
    return new ApiConfig(
        good.region(), good.endpoints(), good.callsPerSecond(), connect, call, maxResponseBytes);
  }
}
