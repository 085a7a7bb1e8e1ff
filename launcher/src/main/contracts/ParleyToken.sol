// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// The sample token of the development chain: ERC-20 and nothing more. Worth nothing.
contract ParleyToken {
  string public constant name = "Parley Sample Token";
  string public constant symbol = "PARL";
  uint8 public constant decimals = 6;

  uint256 public immutable totalSupply;
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;

  event Transfer(address indexed from, address indexed to, uint256 value);
  event Approval(address indexed owner, address indexed spender, uint256 value);

  constructor(address holder, uint256 supply) {
    totalSupply = supply;
    balanceOf[holder] = supply;
    emit Transfer(address(0), holder, supply);
  }

  function transfer(address to, uint256 value) external returns (bool) {
    move(msg.sender, to, value);
    return true;
  }

  function approve(address spender, uint256 value) external returns (bool) {
    allowance[msg.sender][spender] = value;
    emit Approval(msg.sender, spender, value);
    return true;
  }

  function transferFrom(address from, address to, uint256 value) external returns (bool) {
    uint256 allowed = allowance[from][msg.sender];
    require(allowed >= value, "allowance");
    if (allowed != type(uint256).max) {
      allowance[from][msg.sender] = allowed - value;
    }
    move(from, to, value);
    return true;
  }

  function move(address from, address to, uint256 value) private {
    require(to != address(0), "no receiver");
    uint256 balance = balanceOf[from];
    require(balance >= value, "balance");
    unchecked {
      balanceOf[from] = balance - value;
      balanceOf[to] += value;
    }
    emit Transfer(from, to, value);
  }
}
