-- The audit trail: who did what, append-only, one hash chain per merchant and one for the platform
-- and its shoppers (docs/decisions/0050).

-- How long each chain is, and the hash of its last entry. Moved by entries alone.
CREATE TABLE audit_chains (
  scope_id uuid PRIMARY KEY, -- a merchant; zeros for the platform and its shoppers
  entries  bigint NOT NULL,
  head     bytea NOT NULL
) WITH (fillfactor = 50); -- room in each page for the updates to stay in it

-- No foreign keys: what is told of may be gone, the entry stays.
CREATE TABLE audit_entries (
  id           uuid PRIMARY KEY,
  scope_id     uuid NOT NULL,
  position     bigint NOT NULL, -- in its chain: 1, 2, 3 … without a gap
  store_id     uuid,
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL
    CHECK (actor_kind IN ('staff', 'shopper', 'terminal', 'operator', 'system', 'unknown')),
  actor_id     uuid,
  actor_name   text, -- at that time; of shoppers never
  action       text NOT NULL,
  subject_kind text,
  subject_id   uuid,
  details      jsonb NOT NULL CHECK (octet_length(details::text) <= 1000),
  -- sha256 over the hash of the entry before it in the chain, and this one's content.
  hash         bytea NOT NULL,
  CONSTRAINT audit_entry_order UNIQUE (scope_id, position),
  CONSTRAINT audit_shoppers_have_no_names CHECK (actor_kind <> 'shopper' OR actor_name IS NULL)
);
-- For a merchant's day.
CREATE INDEX audit_entries_of_day ON audit_entries (scope_id, at);
-- For a shopper's own copy.
CREATE INDEX audit_entries_of_shopper ON audit_entries (actor_id) WHERE actor_kind = 'shopper';

-- Trigger function: refuses the statement.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit: % on % is refused: an entry is written once', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

-- Trigger function. Depth 1 is a statement from outside; what audit_entry_apply() does comes one level deeper.
CREATE FUNCTION audit_refuse_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'audit: % on % is refused: only an entry does that', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- Trigger function before the insert of an entry: gives it its position in the chain of its scope
-- and its hash over the entry before it. The chain's row is locked until the transaction ends, so
-- an entry is the last thing that a transaction writes.
CREATE FUNCTION audit_entry_apply() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE TRIGGER audit_entry_immutable
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER audit_chain_moved_by_entries
  BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_chains
  EXECUTE FUNCTION audit_refuse_outside();

CREATE TRIGGER audit_entry_apply BEFORE INSERT ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION audit_entry_apply();
