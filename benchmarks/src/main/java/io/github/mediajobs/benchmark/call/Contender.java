package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.server.ApiServer;
import io.github.mediajobs.operation.Catalogue;
import java.net.URI;

/** Whose client reads. */
public enum Contender {
  /** This library's. */
  OURS {
    @Override
    Reader open(String action, URI endpoint) {
      return new OurReader(Catalogue.standard().require(action), endpoint);
    }
  },

  /** The vendor's SDK for Java. */
  OFFICIAL {
    @Override
    Reader open(String action, URI endpoint) throws Exception {
      return new OfficialReader(action, endpoint);
    }
  };

  /** Makes a client of {@link ApiServer}; nothing is called yet. */
  abstract Reader open(String action, URI endpoint) throws Exception;
}
