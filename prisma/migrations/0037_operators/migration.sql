-- Whoever runs the platform: of no store, with sessions of their own (docs/decisions/0048).
CREATE TABLE operators (
  id            uuid PRIMARY KEY,
  email         text NOT NULL UNIQUE,
  name          text NOT NULL,
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL
);

-- The link holds a random 256-bit token, this table its SHA-256. A newer one of an email replaces it.
CREATE TABLE operator_invitations (
  email      text PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  name       text NOT NULL,
  expires_at timestamptz NOT NULL
);

ALTER TABLE sessions ADD COLUMN operator_id uuid REFERENCES operators (id) ON DELETE CASCADE;
CREATE INDEX sessions_of_operator ON sessions (operator_id) WHERE operator_id IS NOT NULL;
ALTER TABLE sessions DROP CONSTRAINT sessions_audience_check;
ALTER TABLE sessions ADD CONSTRAINT sessions_audience_check
  CHECK (audience IN ('shopper', 'staff', 'operator'));
ALTER TABLE sessions DROP CONSTRAINT session_of_one_person;
ALTER TABLE sessions ADD CONSTRAINT session_of_one_person CHECK (
  (audience = 'shopper') = (shopper_id IS NOT NULL)
  AND (audience = 'staff') = (staff_id IS NOT NULL)
  AND (audience = 'operator') = (operator_id IS NOT NULL));
ALTER TABLE sessions DROP CONSTRAINT session_life;
ALTER TABLE sessions ADD CONSTRAINT session_life CHECK (
  valid_until <= signed_in_at
    + CASE audience WHEN 'shopper' THEN interval '720 hours' ELSE interval '12 hours' END);

CREATE OR REPLACE FUNCTION session_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id_hash, NEW.audience, NEW.shopper_id, NEW.staff_id, NEW.operator_id,
      NEW.signed_in_at, NEW.valid_until)
       IS DISTINCT FROM
     (OLD.id_hash, OLD.audience, OLD.shopper_id, OLD.staff_id, OLD.operator_id,
      OLD.signed_in_at, OLD.valid_until)
  THEN
    RAISE EXCEPTION 'a session keeps its person and its life';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a session that has ended does not change';
  END IF;
  RETURN NEW;
END $$;

-- Writes entries to the audit trail: a jsonb array of
-- { action, actor_kind, actor_id?, subject_kind?, subject_id?, details }.
-- They are of the store's merchant, or without a store of the platform and its shoppers. Staff,
-- counters and operators are named as they are called at this moment; shoppers are never named.
CREATE OR REPLACE FUNCTION audit_add(entries jsonb, store uuid, at timestamptz) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO audit_entries (id, scope_id, store_id, at, actor_kind, actor_id, actor_name,
                             action, subject_kind, subject_id, details)
  SELECT ledger_uuid_v7(at),
         coalesce((SELECT merchant_id FROM stores WHERE id = store),
                  '00000000-0000-0000-0000-000000000000'),
         store, at, entry ->> 'actor_kind', (entry ->> 'actor_id')::uuid,
         CASE entry ->> 'actor_kind'
           WHEN 'staff' THEN (SELECT name FROM staff WHERE id = (entry ->> 'actor_id')::uuid)
           WHEN 'terminal' THEN (SELECT name FROM terminals WHERE id = (entry ->> 'actor_id')::uuid)
           WHEN 'operator' THEN (SELECT name FROM operators WHERE id = (entry ->> 'actor_id')::uuid)
         END,
         entry ->> 'action', entry ->> 'subject_kind', (entry ->> 'subject_id')::uuid,
         entry -> 'details'
    FROM jsonb_array_elements(coalesce(entries, '[]')) WITH ORDINALITY AS added (entry, place)
   ORDER BY place
$$;
