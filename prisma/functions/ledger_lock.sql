-- Holds first, then accounts, each in the order of their ids: two batches never wait for each
-- other in a circle, and the expiry job, which starts from the holds, does not either.
CREATE OR REPLACE FUNCTION ledger_lock(requests ledger_request[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r           ledger_request;
  pending_ids uuid[];
  account_ids uuid[];
BEGIN
  FOREACH r IN ARRAY requests LOOP
    account_ids := account_ids || r.debit_account_id || r.credit_account_id;
    IF r.pending_id IS NOT NULL THEN pending_ids := pending_ids || r.pending_id; END IF;
  END LOOP;
  IF pending_ids IS NOT NULL THEN
    PERFORM FROM ledger_holds WHERE transfer_id = ANY (pending_ids)
      ORDER BY transfer_id FOR UPDATE;
    account_ids := account_ids || ARRAY(
      SELECT unnest(ARRAY[debit_account_id, credit_account_id])
        FROM ledger_transfers WHERE id = ANY (pending_ids));
  END IF;
  PERFORM FROM ledger_accounts WHERE id = ANY (account_ids) ORDER BY id FOR NO KEY UPDATE;
END $$;
