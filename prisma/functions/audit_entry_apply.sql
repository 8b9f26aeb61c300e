-- Trigger function before the insert of an entry: gives it its position in the chain of its scope
-- and its hash over the entry before it. The chain's row is locked until the transaction ends, so
-- an entry is the last thing that a transaction writes.
CREATE OR REPLACE FUNCTION audit_entry_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  content text; -- what is hashed; its twin is lib/audit/chain.ts
BEGIN
  -- Each field with its length in bytes, so that no two contents read the same; NULL is '-'.
  content := (
    SELECT string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' ORDER BY place)
      FROM unnest(ARRAY[NEW.id::text, NEW.scope_id::text, NEW.store_id::text,
        (extract(epoch FROM NEW.at) * 1000000)::bigint::text, NEW.actor_kind, NEW.actor_id::text,
        NEW.actor_name, NEW.action, NEW.subject_kind, NEW.subject_id::text, NEW.details::text])
        WITH ORDINALITY AS fields (field, place));
  INSERT INTO audit_chains AS chain (scope_id, entries, head)
  VALUES (NEW.scope_id, 1, sha256(convert_to(content || ',1', 'UTF8')))
  ON CONFLICT (scope_id) DO UPDATE
    SET entries = chain.entries + 1,
        head = sha256(chain.head || convert_to(content || ',' || chain.entries + 1, 'UTF8'))
  RETURNING entries, head INTO NEW.position, NEW.hash;
  RETURN NEW;
END $$;
