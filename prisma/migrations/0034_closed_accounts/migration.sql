-- Since when an account is closed: nobody signs in to it or pays from it. The row remains for the
-- books, which know it by its id, without name, number and secrets.
ALTER TABLE shoppers
  ADD COLUMN closed_at timestamptz,
  DROP CONSTRAINT shoppers_phone_check,
  ADD CONSTRAINT shoppers_phone_check CHECK (
    CASE WHEN closed_at IS NULL THEN phone ~ '^\+[1-9][0-9]{6,14}$'
         ELSE phone = 'closed ' || id::text END),
  ADD CONSTRAINT closed_is_nobody CHECK (
    closed_at IS NULL
    OR (name = '' AND password_hash = '' AND pin_hash IS NULL AND phone_proven_at IS NULL
        AND frozen_at IS NOT NULL));

CREATE INDEX shoppers_closed ON shoppers (id) WHERE closed_at IS NOT NULL;

CREATE OR REPLACE FUNCTION closed_gets_nothing() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- Waits for a transaction that closes the account at this moment.
  PERFORM FROM shoppers WHERE id = NEW.shopper_id AND closed_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the account is closed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER closed_gets_nothing BEFORE INSERT ON face_templates
  FOR EACH ROW EXECUTE FUNCTION closed_gets_nothing();
CREATE TRIGGER closed_gets_nothing BEFORE INSERT ON enrolment_pictures
  FOR EACH ROW EXECUTE FUNCTION closed_gets_nothing();
CREATE TRIGGER closed_gets_nothing BEFORE INSERT ON offered_pictures
  FOR EACH ROW EXECUTE FUNCTION closed_gets_nothing();
CREATE TRIGGER closed_gets_nothing BEFORE INSERT ON consents
  FOR EACH ROW EXECUTE FUNCTION closed_gets_nothing();
