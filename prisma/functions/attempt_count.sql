-- Counts an attempt against these subjects, if each of them has fewer than `below` since `since`.
-- The locks make attempts at the same subject stand in line for this moment only.
--
-- Returns how many each subject has with this one, or null when nothing was counted.
CREATE OR REPLACE FUNCTION attempt_count(
  new_attempt uuid, at timestamptz, subjects text[], since timestamptz[], below integer[])
RETURNS integer[]
LANGUAGE plpgsql AS $$
DECLARE
  one text;
  counts integer[];
BEGIN
  IF cardinality(subjects) = 0 THEN RAISE 'an attempt has a subject'; END IF;
  FOR one IN SELECT name FROM unnest(subjects) AS names (name) ORDER BY name LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(one, 0));
  END LOOP;
  SELECT array_agg(
           (SELECT count(*) FROM attempts WHERE subject = name AND attempted_at > since_when)
           ORDER BY position)
    INTO counts
    FROM unnest(subjects, since) WITH ORDINALITY AS asked (name, since_when, position);
  PERFORM FROM unnest(counts, below) AS one_of (counted, bound) WHERE counted >= bound;
  IF FOUND THEN RETURN NULL; END IF;
  INSERT INTO attempts (subject, attempted_at, attempt_id)
    SELECT name, at, new_attempt FROM unnest(subjects) AS names (name);
  RETURN (SELECT array_agg(counted + 1 ORDER BY position)
            FROM unnest(counts) WITH ORDINALITY AS one_of (counted, position));
END $$;
