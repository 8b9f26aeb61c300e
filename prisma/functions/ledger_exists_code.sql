-- Same id: the first difference in this order, or simply 'exists'.
CREATE OR REPLACE FUNCTION ledger_exists_code(r ledger_request, t ledger_transfers) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN r.kind <> t.kind THEN 'exists-with-different-kind'
    WHEN r.pending_id IS DISTINCT FROM t.pending_id THEN 'exists-with-different-pending-id'
    WHEN r.timeout_seconds IS DISTINCT FROM t.timeout_seconds THEN 'exists-with-different-timeout'
    WHEN r.debit_account_id IS DISTINCT FROM t.debit_account_id
      OR r.credit_account_id IS DISTINCT FROM t.credit_account_id
      THEN 'exists-with-different-accounts'
    WHEN r.currency IS DISTINCT FROM t.currency THEN 'exists-with-different-currency'
    WHEN r.amount IS DISTINCT FROM t.amount THEN 'exists-with-different-amount'
    WHEN r.reference_id IS DISTINCT FROM t.reference_id THEN 'exists-with-different-reference'
    WHEN r.code <> t.code THEN 'exists-with-different-code'
    ELSE 'exists'
  END
$$;
