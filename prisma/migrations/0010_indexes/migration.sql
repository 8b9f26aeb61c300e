-- Indexes for what is looked up or deleted by shopper or payment, and until now read whole tables.

-- A shopper's orders; also what PostgreSQL reads when a shopper is deleted.
CREATE INDEX orders_of_shopper ON orders (shopper_id, created_at DESC)
  WHERE shopper_id IS NOT NULL;
CREATE INDEX challenges_of_shopper ON challenges (shopper_id) WHERE shopper_id IS NOT NULL;
CREATE INDEX face_deletions_of_shopper ON face_deletions (shopper_id);
CREATE INDEX notices_of_payment ON notices (payment_id) WHERE payment_id IS NOT NULL;

-- The sum of a merchant's payouts is read from this index alone: one entry for each payout, while
-- the account's other debits (fees, refunds) are many times as many.
CREATE INDEX ledger_transfer_payouts ON ledger_transfers (debit_account_id) INCLUDE (amount)
  WHERE code = 'payout';
