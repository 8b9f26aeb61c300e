-- Indexes for what a merchant sold and gave back on a day. Each is written once in a payment's life,
-- and only that day of that merchant is read from it.
CREATE INDEX ledger_transfer_captures ON ledger_transfers (credit_account_id, created_at)
  WHERE code = 'capture';
CREATE INDEX ledger_transfer_refunds ON ledger_transfers (debit_account_id, created_at)
  WHERE code = 'refund';
