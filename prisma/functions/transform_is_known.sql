-- Nothing may be stored in a space whose transform was destroyed meanwhile: it could never be read.
CREATE OR REPLACE FUNCTION transform_is_known() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM installation_keys WHERE name = 'transform:' || NEW.transform_version FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no transform %', NEW.transform_version;
  END IF;
  RETURN NEW;
END $$;
