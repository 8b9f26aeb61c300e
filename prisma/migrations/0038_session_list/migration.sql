-- People see where they are signed in, and end one session (docs/decisions/0052). The id names a
-- session to its owner and opens nothing.
ALTER TABLE sessions
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  -- Browser and system in plain words, e.g. `Chrome on Android`; null: it did not say.
  ADD COLUMN client text CHECK (char_length(client) <= 40);
-- What a shopper's own phone called itself when its key was registered.
ALTER TABLE devices ADD COLUMN client text CHECK (char_length(client) <= 40);

CREATE OR REPLACE FUNCTION session_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id_hash, NEW.id, NEW.audience, NEW.shopper_id, NEW.staff_id, NEW.operator_id,
      NEW.client, NEW.signed_in_at, NEW.valid_until)
       IS DISTINCT FROM
     (OLD.id_hash, OLD.id, OLD.audience, OLD.shopper_id, OLD.staff_id, OLD.operator_id,
      OLD.client, OLD.signed_in_at, OLD.valid_until)
  THEN
    RAISE EXCEPTION 'a session keeps its person and its life';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a session that has ended does not change';
  END IF;
  RETURN NEW;
END $$;
