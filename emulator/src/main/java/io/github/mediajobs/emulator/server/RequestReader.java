package io.github.mediajobs.emulator.server;

import io.github.mediajobs.emulator.http.Request;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the parts of a request together; at most 16 MiB of body. */
final class RequestReader {
  private static final int BODY_LIMIT = 16 << 20;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private HttpRequest head;
  private ByteArrayOutputStream body;
  private boolean refused;

  Optional<ReadRequest> read(ChannelHandlerContext context, HttpObject part) {
    if (refused) {
      return Optional.empty();
    }
    if (part.decoderResult().isFailure()) {
      return refuse(400, "Not HTTP: " + part.decoderResult().cause().getMessage());
    }
    if (part instanceof HttpRequest request) {
      begin(context, request);
    }
    if (part instanceof HttpContent content) {
      return append(content);
    }
    return Optional.empty();
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    head = request;
    body = new ByteArrayOutputStream(0);
    if (HttpUtil.is100ContinueExpected(request)) {
      context
          .writeAndFlush(Unpooled.wrappedBuffer(CONTINUE))
          .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
  }

  private Optional<ReadRequest> append(HttpContent content) {
    body.writeBytes(ByteBufUtil.getBytes(content.content()));
    if (body.size() > BODY_LIMIT) {
      return refuse(413, "The body is larger than 16 MiB");
    }
    return content instanceof LastHttpContent ? Optional.of(whole()) : Optional.empty();
  }

  private ReadRequest whole() {
    try {
      return ReadRequest.of(
          new Request(head.method().name(), head.uri(), headers(), body.toByteArray()),
          HttpUtil.isKeepAlive(head));
    } catch (IllegalArgumentException e) {
      return ReadRequest.problem(400, "A parameter is not percent-encoded: " + e.getMessage());
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    head.headers()
        .forEach(
            header ->
                headers.merge(
                    header.getKey().toLowerCase(Locale.ROOT),
                    header.getValue(),
                    (one, other) -> one + "," + other));
    return headers;
  }

  private Optional<ReadRequest> refuse(int status, String text) {
    refused = true;
    return Optional.of(ReadRequest.problem(status, text));
  }
}
