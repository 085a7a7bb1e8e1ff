-- Tips that answer a request, whose wallet has paid, and what people let themselves give.

ALTER TABLE tip ADD COLUMN request bigint CHECK (request > 0);
ALTER TABLE tip ADD COLUMN paid_from text;
COMMENT ON COLUMN tip.request IS 'The entry of the conversation that asks for it, by what the payer says; what it asks for is encrypted';
COMMENT ON COLUMN tip.paid_from IS 'The wallet that has paid, as the chain tells everybody';

CREATE INDEX tip_request ON tip (conversation, request, payer) WHERE request IS NOT NULL;
CREATE INDEX tip_given ON tip (payer, created_at);

CREATE TABLE tip_limit (
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  chain bigint NOT NULL CHECK (chain > 0),
  asset text,
  amount numeric(78, 0) NOT NULL CHECK (amount > 0 AND amount < 2::numeric ^ 256),
  UNIQUE NULLS NOT DISTINCT (account, chain, asset)
);
COMMENT ON TABLE tip_limit IS 'The most of something that somebody lets himself give within a day';
COMMENT ON COLUMN tip_limit.asset IS 'The contract of a token; null for the currency of the chain';
COMMENT ON COLUMN tip_limit.amount IS 'In the smallest units';
