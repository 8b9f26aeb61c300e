CREATE OR REPLACE FUNCTION face_changed() RETURNS trigger
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
