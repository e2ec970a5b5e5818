package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SingleSendTest {
  private final List<String> asked = new ArrayList<>();

  /** Says of every name that it is another machine, in a network for documentation. */
  private final Dns lying =
      host -> {
        asked.add(host);
        return List.of(InetAddress.getByAddress(host, new byte[] {(byte) 192, 0, 2, 1}));
      };

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void localhostIsThisMachineWhateverTheResolverSays(String listening) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getAllByName(listening)[0], 0), 0);
    try {
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      OkHttpClient client = SingleSend.client(lying).build();
      String url = "http://LocalHost:" + server.getAddress().getPort();
      try (Response answer = client.newCall(new Request.Builder().url(url).build()).execute()) {
        assertThat(answer.code()).isEqualTo(204);
      }
    } finally {
      server.stop(0);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void otherNamesAreAskedFor() throws Exception {
    Dns dns = SingleSend.client(lying).build().dns();

    assertThat(dns.lookup("localhost.example.com")).hasSize(1);
    assertThat(dns.lookup("localhost.")).hasSize(1);
    assertThat(asked).containsExactly("localhost.example.com", "localhost.");
  }

  @Test
  void aProxyOfTheJvmIsNotUsed() {
    ProxySelector before = ProxySelector.getDefault();
    try {
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));
      assertThat(SingleSend.client(lying).build().proxy()).isEqualTo(Proxy.NO_PROXY);
    } finally {
      ProxySelector.setDefault(before);
    }
  }
}
