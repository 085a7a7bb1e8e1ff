package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Uint256;

/** What tokens are asked (ERC-20). */
final class Erc20 {

  private Erc20() {}

  static String transfer(Address to, Amount amount) {
    return FunctionEncoder.encode(
        new Function(
            "transfer",
            List.of(new org.web3j.abi.datatypes.Address(to.value()), new Uint256(amount.units())),
            List.of()));
  }

  static String balanceOf(Address owner) {
    return FunctionEncoder.encode(
        new Function(
            "balanceOf", List.of(new org.web3j.abi.datatypes.Address(owner.value())), List.of()));
  }

  static String decimals() {
    return FunctionEncoder.encode(new Function("decimals", List.of(), List.of()));
  }
}
