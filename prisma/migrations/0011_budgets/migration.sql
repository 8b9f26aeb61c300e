-- Refused faces are counted per person, device and network address (lib/identity/budget.ts). A try
-- is counted before the face is judged and taken back if it was none, so that it needs a name.
ALTER TABLE failures ADD COLUMN try_id uuid;
-- Old rows are deleted; they arrive in the order of time.
CREATE INDEX failures_age ON failures USING brin (failed_at);

-- Counts a try, unless others were counted meanwhile that the caller has not seen: then it looks
-- again. The locks make tries of the same subject stand in line for this moment only.
CREATE FUNCTION face_try(new_try uuid, subjects text[], at timestamptz, since timestamptz, seen uuid[])
RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  FOR one IN SELECT name FROM unnest(subjects) AS names (name) ORDER BY name LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(one, 0));
  END LOOP;
  PERFORM FROM failures
    WHERE subject = ANY (subjects) AND failed_at > since AND try_id <> ALL (seen);
  IF FOUND THEN RETURN false; END IF;
  INSERT INTO failures (subject, failed_at, try_id)
    SELECT name, at, new_try FROM unnest(subjects) AS names (name);
  RETURN true;
END $$;

-- Several refused faces at one terminal: that it happened and when, never who or what was seen.
CREATE TABLE terminal_alarms (
  terminal_id uuid PRIMARY KEY REFERENCES terminals (id) ON DELETE CASCADE,
  id uuid NOT NULL UNIQUE, -- of the latest time: who dismisses an older one has not seen this
  store_id uuid NOT NULL REFERENCES stores (id) ON DELETE CASCADE,
  raised_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  dismissed_by uuid REFERENCES staff (id) ON DELETE SET NULL
);
CREATE INDEX terminal_alarms_of_store ON terminal_alarms (store_id) WHERE dismissed_at IS NULL;
