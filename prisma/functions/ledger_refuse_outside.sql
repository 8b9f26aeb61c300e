-- Trigger function. Depth 1 is a statement from outside; what ledger_transfer_apply() does comes one level deeper.
CREATE OR REPLACE FUNCTION ledger_refuse_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'ledger: % on % is refused: only a transfer does that', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
