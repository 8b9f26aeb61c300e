-- Trigger function: nothing about a person is written for an account that is closed.
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
