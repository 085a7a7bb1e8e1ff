package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.TypedMessage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.StructuredDataEncoder;

class TypedDataTest {

  private static final String WALLET = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826";

  /** The other opinion is that of web3j's encoder, which reads JSON. */
  @Test
  void theDigestIsThatOfOthers() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("string purpose", "Vouch for me");
    fields.put("address wallet", WALLET);
    fields.put("string account", "ada");
    String json =
        """
        {"types": {
           "EIP712Domain": [
             {"name": "name", "type": "string"}, {"name": "version", "type": "string"}],
           "Vouch": [
             {"name": "purpose", "type": "string"}, {"name": "wallet", "type": "address"},
             {"name": "account", "type": "string"}]},
         "primaryType": "Vouch",
         "domain": {"name": "Parley", "version": "1"},
         "message": {"purpose": "Vouch for me", "wallet": "%s", "account": "ada"}}
        """
            .formatted(WALLET);

    assertThat(TypedData.digest(new TypedMessage("Parley", "1", "Vouch", fields)))
        .isEqualTo(new StructuredDataEncoder(json).hashStructuredData());
  }
}
