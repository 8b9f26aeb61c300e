-- Indexes for what a merchant sold and gave back on a day. Each is written once in a payment's life,
-- and only that day of that merchant is read from it.
CREATE INDEX ledger_transfer_captures ON ledger_transfers (credit_account_id, created_at)
  WHERE code = 'capture';
CREATE INDEX ledger_transfer_refunds ON ledger_transfers (debit_account_id, created_at)
  WHERE code = 'refund';

-- A link by which anybody sees a receipt; one for a payment, made by who paid it.
CREATE TABLE receipt_links (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  payment_id uuid NOT NULL UNIQUE REFERENCES payments (id),
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
CREATE INDEX receipt_links_of_shopper ON receipt_links (shopper_id);
