-- Why this pending transfer cannot be ended this way now; NULL when it can.
CREATE OR REPLACE FUNCTION ledger_pending_code(r ledger_request, p ledger_transfers, at timestamptz)
RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  ended_by ledger_transfer_kind;
  due      boolean := p.created_at + make_interval(secs => p.timeout_seconds) <= at;
BEGIN
  IF p.id IS NULL THEN RETURN 'unknown-pending'; END IF;
  IF p.kind <> 'pending' THEN RETURN 'not-pending'; END IF;
  SELECT kind INTO ended_by FROM ledger_transfers WHERE pending_id = p.id;
  CASE ended_by
    WHEN 'post' THEN RETURN 'pending-already-posted';
    WHEN 'void' THEN RETURN 'pending-already-voided';
    WHEN 'expire' THEN RETURN 'pending-expired';
    ELSE -- still open
  END CASE;
  IF r.kind = 'expire' AND due IS NOT TRUE THEN RETURN 'pending-not-expired'; END IF;
  IF r.kind <> 'expire' AND due THEN RETURN 'pending-expired'; END IF;
  IF r.amount > p.amount THEN RETURN 'over-pending-amount'; END IF;
  RETURN NULL;
END $$;
