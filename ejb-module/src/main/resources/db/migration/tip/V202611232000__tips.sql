-- Tips: what somebody has promised to pay, and what the chain says of it.

CREATE TABLE tip (
  id uuid PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversation (id),
  payer uuid NOT NULL,
  device uuid NOT NULL,
  idempotency uuid NOT NULL,
  recipient uuid NOT NULL,
  recipient_address text NOT NULL,
  chain bigint NOT NULL CHECK (chain > 0),
  asset text,
  symbol text NOT NULL,
  decimals int NOT NULL CHECK (decimals BETWEEN 0 AND 36),
  amount numeric(78, 0) NOT NULL CHECK (amount > 0 AND amount < 2::numeric ^ 256),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  since_block bigint NOT NULL,
  payer_wallets text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('INTENT', 'SUBMITTED', 'INCLUDED', 'CONFIRMING', 'FINAL',
    'REPLACED', 'FAILED', 'REORGED', 'EXPIRED', 'CANCELLED')),
  reason text,
  hash text,
  sender text,
  nonce bigint,
  block bigint,
  block_hash text,
  log_index bigint,
  confirmations int NOT NULL DEFAULT 0 CHECK (confirmations >= 0),
  needed int NOT NULL DEFAULT 0 CHECK (needed >= 0),
  told int NOT NULL DEFAULT 0,
  settled boolean NOT NULL DEFAULT false,
  look int NOT NULL DEFAULT 0,
  look_due timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (device, idempotency),
  CHECK ((state = 'FAILED') = (reason IS NOT NULL)),
  CHECK (log_index IS NULL OR (hash IS NOT NULL AND block_hash IS NOT NULL)),
  CHECK (state <> 'FINAL' OR (settled AND log_index IS NOT NULL))
);
COMMENT ON TABLE tip IS 'Accounts without foreign keys: what the other one has received or given stays his';
COMMENT ON COLUMN tip.asset IS 'The contract of a token; null for the currency of the chain';
COMMENT ON COLUMN tip.amount IS 'In the smallest units';
COMMENT ON COLUMN tip.since_block IS 'The newest block when the tip was promised';
COMMENT ON COLUMN tip.payer_wallets IS 'What the payer had proven when he promised or claimed; emptied when the tip is settled';
COMMENT ON COLUMN tip.log_index IS 'Which event of the block has paid it; -1: the transaction itself. Null as long as nothing has';
COMMENT ON COLUMN tip.told IS 'The confirmations that the conversation was last told of';
COMMENT ON COLUMN tip.settled IS 'Whether nothing of it changes any more';
COMMENT ON COLUMN tip.look IS 'The number of the job that looks next; a job with another number is an old one';

-- One payment pays one tip, whoever claims it, and whenever.
CREATE UNIQUE INDEX tip_payment ON tip (chain, hash, log_index) WHERE log_index IS NOT NULL;
CREATE INDEX tip_payer ON tip (payer, id);
CREATE INDEX tip_recipient ON tip (recipient, id);
CREATE INDEX tip_look_due ON tip (look_due) WHERE NOT settled;

-- Every state a tip has had; rows are added and never changed.
CREATE TABLE tip_state (
  tip uuid NOT NULL REFERENCES tip (id) ON DELETE CASCADE,
  step int NOT NULL,
  state text NOT NULL,
  reason text,
  hash text,
  block bigint,
  block_hash text,
  confirmations int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tip, step)
);

-- Where somebody wants tips to go; without a row, to the wallet that was linked first.
CREATE TABLE tip_wallet (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  address text NOT NULL
);
