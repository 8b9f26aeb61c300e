-- Trigger function before the insert of a transfer: moves the balances of both accounts, opens or
-- ends the hold, and gives the transfer its positions and its hash.
CREATE OR REPLACE FUNCTION ledger_transfer_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held    bigint := 0; -- what stops being pending
  pending bigint; -- by how much the pending balances change
  posted  bigint;
  content text;   -- what is hashed; its twin is lib/ledger/chain.ts
BEGIN
  IF NEW.pending_id IS NOT NULL THEN
    SELECT amount INTO held FROM ledger_transfers
     WHERE id = NEW.pending_id AND kind = 'pending' AND currency = NEW.currency
       AND debit_account_id = NEW.debit_account_id AND credit_account_id = NEW.credit_account_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ledger: % is no pending transfer between these accounts', NEW.pending_id
        USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF NEW.amount > held OR (NEW.kind <> 'post' AND NEW.amount <> held) THEN
      RAISE EXCEPTION 'ledger: % of % held cannot be ended by %', NEW.amount, held, NEW.kind
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfer_within_pending';
    END IF;
    DELETE FROM ledger_holds WHERE transfer_id = NEW.pending_id;
  ELSIF NEW.kind = 'pending' THEN
    INSERT INTO ledger_holds VALUES
      (NEW.id, NEW.created_at + make_interval(secs => NEW.timeout_seconds));
  END IF;

  pending := CASE NEW.kind WHEN 'posted' THEN 0 WHEN 'pending' THEN NEW.amount ELSE -held END;
  posted := CASE WHEN NEW.kind IN ('posted', 'post') THEN NEW.amount ELSE 0 END;

  UPDATE ledger_accounts
     SET credits_pending = credits_pending + pending,
         credits_posted = credits_posted + posted,
         transfers = transfers + 1
   WHERE id = NEW.credit_account_id
  RETURNING transfers INTO NEW.credit_position;

  content := concat_ws('|', NEW.id, NEW.kind, NEW.debit_account_id, NEW.credit_account_id,
    NEW.currency, NEW.amount, coalesce(NEW.pending_id::text, ''),
    coalesce(NEW.timeout_seconds::text, ''), NEW.code, coalesce(NEW.reference_id::text, ''),
    (extract(epoch FROM NEW.created_at) * 1000000)::bigint, NEW.credit_position);

  UPDATE ledger_accounts
     SET debits_pending = debits_pending + pending,
         debits_posted = debits_posted + posted,
         transfers = transfers + 1,
         chain_head = sha256(chain_head || convert_to(content || '|' || transfers + 1, 'UTF8'))
   WHERE id = NEW.debit_account_id
  RETURNING transfers, chain_head INTO NEW.debit_position, NEW.hash;

  RETURN NEW; -- accounts of another currency fail at the foreign keys, absent ones before
END $$;
