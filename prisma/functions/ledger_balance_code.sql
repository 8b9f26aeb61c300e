-- Why these accounts cannot take this amount; NULL when they can.
CREATE OR REPLACE FUNCTION ledger_balance_code(
  r ledger_request, d ledger_accounts, c ledger_accounts
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN r.amount + d.debits_pending + d.debits_posted > 9223372036854775807
      OR r.amount + c.credits_pending + c.credits_posted > 9223372036854775807
      THEN 'balance-overflow'
    WHEN d.debits_must_not_exceed_credits
      AND r.amount + d.debits_pending + d.debits_posted > d.credits_posted
      THEN 'insufficient-funds'
    WHEN c.credits_must_not_exceed_debits
      AND r.amount + c.credits_pending + c.credits_posted > c.debits_posted
      THEN 'exceeds-debits'
  END
$$;
