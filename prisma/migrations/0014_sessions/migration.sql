-- Who is signed in where. The cookie holds a random 256-bit secret, this table its SHA-256, so that
-- a copy of the table signs nobody in. A session is alive while ended_at is null and idle_until
-- lies ahead (lib/server/auth/sessions.ts).
CREATE TABLE sessions (
  id_hash bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
  audience text NOT NULL CHECK (audience IN ('shopper', 'staff')),
  shopper_id uuid REFERENCES shoppers (id) ON DELETE CASCADE,
  staff_id uuid REFERENCES staff (id) ON DELETE CASCADE,
  signed_in_at timestamptz NOT NULL, -- when the password was typed
  last_seen_at timestamptz NOT NULL, -- to about a minute
  valid_until timestamptz NOT NULL, -- absolute: use never moves it
  idle_until timestamptz NOT NULL, -- use moves it, up to valid_until
  ended_at timestamptz,
  CONSTRAINT session_of_one_person CHECK (
    (audience = 'shopper') = (shopper_id IS NOT NULL)
    AND (audience = 'staff') = (staff_id IS NOT NULL)),
  CONSTRAINT session_idle_within_life CHECK (idle_until <= valid_until),
  CONSTRAINT session_life CHECK (
    valid_until <= signed_in_at
      + CASE audience WHEN 'staff' THEN interval '12 hours' ELSE interval '720 hours' END)
);
CREATE INDEX sessions_of_shopper ON sessions (shopper_id) WHERE shopper_id IS NOT NULL;
CREATE INDEX sessions_of_staff ON sessions (staff_id) WHERE staff_id IS NOT NULL;
-- Finds the rows that are deleted.
CREATE INDEX sessions_age ON sessions (idle_until);

-- A sign-in is not moved to another time and what has ended stays ended, whatever the code says.
CREATE FUNCTION session_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id_hash, NEW.audience, NEW.shopper_id, NEW.staff_id, NEW.signed_in_at, NEW.valid_until)
       IS DISTINCT FROM
     (OLD.id_hash, OLD.audience, OLD.shopper_id, OLD.staff_id, OLD.signed_in_at, OLD.valid_until)
  THEN
    RAISE EXCEPTION 'a session keeps its person and its life';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a session that has ended does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_guard BEFORE UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION session_guard();
