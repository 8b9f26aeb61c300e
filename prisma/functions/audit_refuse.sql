-- Trigger function: refuses the statement.
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit: % on % is refused: an entry is written once', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
