// Called by .ci/contracts, which installs the compiler.
const fs = require('node:fs');
const path = require('node:path');
const solc = require('solc');

const sources = {
  'launcher/src/main/contracts/ParleyToken.sol': {
    to: 'launcher/src/main/resources/contracts',
    what: (contract) => contract.evm.bytecode.object,
  },
  // Tests put them under an address without running a constructor.
  'launcher/src/test/contracts/CrookedTokens.sol': {
    to: 'launcher/src/test/resources/contracts',
    what: (contract) => contract.evm.deployedBytecode.object,
  },
};
const check = process.argv.includes('--check');
let stale = false;
for (const [source, { to, what }] of Object.entries(sources)) {
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources: { [source]: { content: fs.readFileSync(source, 'utf8') } },
        settings: {
          evmVersion: 'paris',
          optimizer: { enabled: true, runs: 200 },
          // Without the hash of the source, so that a comment changes no byte.
          metadata: { appendCBOR: false, bytecodeHash: 'none' },
          outputSelection: { '*': { '*': ['evm.bytecode.object', 'evm.deployedBytecode.object'] } },
        },
      }),
    ),
  );
  const faults = (output.errors ?? []).map((error) => error.formattedMessage);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  for (const [name, contract] of Object.entries(output.contracts[source])) {
    const code = what(contract);
    if (code === '') {
      continue;
    }
    const file = path.join(to, `${name}.hex`);
    const text = `${code.replace(/.{1,100}/g, '$&\n')}`;
    if (check) {
      if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
        console.error(`${file} is not what ${source} compiles to: run .ci/contracts`);
        stale = true;
      }
    } else {
      fs.mkdirSync(to, { recursive: true });
      fs.writeFileSync(file, text);
    }
  }
}
process.exit(stale ? 1 : 0);
