// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// What tests put in the place of an honest token. Each keeps its balances where ParleyToken does.
abstract contract Crooked {
  mapping(address => uint256) public balanceOf;

  event Transfer(address indexed from, address indexed to, uint256 value);

  function symbol() external pure returns (string memory) {
    return "PARL";
  }
}

/// Keeps a part of every transfer.
contract FeeToken is Crooked {
  uint8 public constant decimals = 6;

  function transfer(address to, uint256 value) external returns (bool) {
    uint256 fee = value / 100;
    balanceOf[msg.sender] -= value;
    balanceOf[to] += value - fee;
    balanceOf[address(this)] += fee;
    emit Transfer(msg.sender, to, value - fee);
    emit Transfer(msg.sender, address(this), fee);
    return true;
  }
}

/// Counts in other units than it did.
contract OtherDecimals is Crooked {
  uint8 public constant decimals = 18;
}

/// Says that somebody has paid, whoever calls and without a balance.
contract RogueEvents is Crooked {
  uint8 public constant decimals = 6;

  function say(address from, address to, uint256 value) external {
    emit Transfer(from, to, value);
  }
}

/// Pays twice in one transaction.
contract TwiceToken is Crooked {
  uint8 public constant decimals = 6;

  function transfer(address to, uint256 value) external returns (bool) {
    balanceOf[msg.sender] -= 2 * value;
    balanceOf[to] += 2 * value;
    emit Transfer(msg.sender, to, value);
    emit Transfer(msg.sender, to, value);
    return true;
  }
}
