-- Requires the accounts to be locked. Ensures that nothing is written unless it returns 'ok'.
CREATE OR REPLACE FUNCTION ledger_post_one(r ledger_request, at timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  p        ledger_transfers; -- the pending transfer that this one ends
  existing ledger_transfers;
  d        ledger_accounts;
  c        ledger_accounts;
  problem  text;
BEGIN
  IF r.pending_id IS NOT NULL THEN
    SELECT * INTO p FROM ledger_transfers WHERE id = r.pending_id;
    r.debit_account_id := p.debit_account_id;
    r.credit_account_id := p.credit_account_id;
    r.currency := p.currency;
    r.amount := coalesce(r.amount, p.amount);
    r.reference_id := coalesce(r.reference_id, p.reference_id);
  END IF;

  SELECT * INTO existing FROM ledger_transfers WHERE id = r.id;
  IF FOUND THEN RETURN ledger_exists_code(r, existing); END IF;

  IF r.amount NOT BETWEEN 1 AND 9223372036854775807 OR r.amount <> trunc(r.amount) THEN
    RETURN 'amount-out-of-range';
  END IF;
  IF r.timeout_seconds NOT BETWEEN 1 AND 2147483647 THEN RETURN 'timeout-out-of-range'; END IF;

  IF r.pending_id IS NOT NULL THEN
    problem := ledger_pending_code(r, p, at);
    IF problem IS NOT NULL THEN RETURN problem; END IF;
  ELSE
    IF r.debit_account_id = r.credit_account_id THEN RETURN 'same-account'; END IF;
    SELECT * INTO d FROM ledger_accounts WHERE id = r.debit_account_id;
    IF NOT FOUND THEN RETURN 'unknown-account'; END IF;
    SELECT * INTO c FROM ledger_accounts WHERE id = r.credit_account_id;
    IF NOT FOUND THEN RETURN 'unknown-account'; END IF;
    IF d.currency <> r.currency OR c.currency <> r.currency THEN RETURN 'currency-mismatch'; END IF;
    -- Ending a hold never adds to a balance that was not already counted as pending.
    problem := ledger_balance_code(r, d, c);
    IF problem IS NOT NULL THEN RETURN problem; END IF;
  END IF;

  INSERT INTO ledger_transfers (id, kind, debit_account_id, credit_account_id, currency, amount,
    pending_id, timeout_seconds, code, reference_id, created_at)
  VALUES (r.id, r.kind, r.debit_account_id, r.credit_account_id, r.currency, r.amount,
    r.pending_id, r.timeout_seconds, r.code, r.reference_id, at);
  RETURN 'ok';
END $$;
