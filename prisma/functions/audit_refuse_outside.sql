-- Trigger function. Depth 1 is a statement from outside; what audit_entry_apply() does comes one level deeper.
CREATE OR REPLACE FUNCTION audit_refuse_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'audit: % on % is refused: only an entry does that', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
