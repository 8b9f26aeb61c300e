-- Templates are stored in a transformed space (lib/server/recognition/transform.ts); 0 means as the
-- network gave them, which is how every row from before this migration was stored.
ALTER TABLE face_templates
  ADD COLUMN transform_version int NOT NULL DEFAULT 0,
  -- Ids and distances of the nearest other enrolled people, sealed with the key of this template.
  -- Null: not searched for yet.
  ADD COLUMN neighbours bytea;
CREATE INDEX face_templates_transform ON face_templates (transform_version);

-- The signed proof of a deletion, as its owner got it.
ALTER TABLE face_deletions ADD COLUMN receipt text;

-- Secrets that the installation made for itself, sealed like everything else: seeds of transforms,
-- the key of keyed hashes, the key that signs receipts.
CREATE TABLE installation_keys (
  name text PRIMARY KEY,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  public_key jsonb,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Nothing may be stored in a space whose transform was destroyed meanwhile: it could never be read.
CREATE FUNCTION transform_is_known() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM installation_keys WHERE name = 'transform:' || NEW.transform_version FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no transform %', NEW.transform_version;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER face_transform_known BEFORE INSERT OR UPDATE OF transform_version ON face_templates
  FOR EACH ROW WHEN (NEW.transform_version > 0) EXECUTE FUNCTION transform_is_known();

-- What changed in the set of enrolled faces, in the order of commits: an instance that knows
-- everything up to a version reads what came after it. A lost notification costs a second only.
CREATE TABLE face_changes (
  version bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shopper_id uuid NOT NULL,
  template_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enrolled', 'removed')),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the neighbours of all whom it concerns were written down.
  noted_at timestamptz
);
CREATE INDEX face_changes_unnoted ON face_changes (version) WHERE noted_at IS NULL;
CREATE INDEX face_changes_age ON face_changes USING brin (changed_at);

CREATE FUNCTION face_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- Without this lock a transaction could commit a smaller version after a larger one was read.
  PERFORM pg_advisory_xact_lock(hashtextextended('face_changes', 0));
  IF TG_OP = 'INSERT' THEN
    INSERT INTO face_changes (shopper_id, template_id, kind)
      VALUES (NEW.shopper_id, NEW.id, 'enrolled');
  ELSE
    INSERT INTO face_changes (shopper_id, template_id, kind)
      VALUES (OLD.shopper_id, OLD.id, 'removed');
  END IF;
  PERFORM pg_notify('face_changed', '');
  RETURN NULL;
END $$;

CREATE TRIGGER face_enrolled AFTER INSERT ON face_templates
  FOR EACH ROW EXECUTE FUNCTION face_changed();
-- A destroyed key is an empty one: from then on the face is gone, whatever becomes of the row.
CREATE TRIGGER face_key_destroyed AFTER UPDATE OF wrapped_key ON face_templates
  FOR EACH ROW WHEN (NEW.wrapped_key = '' AND OLD.wrapped_key <> '')
  EXECUTE FUNCTION face_changed();
CREATE TRIGGER face_removed AFTER DELETE ON face_templates
  FOR EACH ROW WHEN (OLD.wrapped_key <> '') EXECUTE FUNCTION face_changed();

-- Those enrolled before this: their neighbours have yet to be searched for.
INSERT INTO face_changes (shopper_id, template_id, kind)
  SELECT shopper_id, id, 'enrolled' FROM face_templates ORDER BY enrolled_at;
