-- Attempts at a face, PIN, password, code or token are counted in one way (lib/access): each counts
-- before it is judged, against several subjects, and an attempt that was right is taken back.
DROP FUNCTION face_try(uuid, text[], timestamptz, timestamptz, uuid[]);
ALTER TABLE failures RENAME TO attempts;
-- Wrong PINs and passwords were counted under names with the phone number in them.
DELETE FROM attempts WHERE try_id IS NULL;
ALTER TABLE attempts RENAME COLUMN failed_at TO attempted_at;
ALTER TABLE attempts RENAME COLUMN try_id TO attempt_id;
ALTER TABLE attempts ALTER COLUMN attempt_id SET NOT NULL;
ALTER INDEX failures_of_subject RENAME TO attempts_of_subject;
ALTER INDEX failures_age RENAME TO attempts_age;

-- The staff read whether faces or PINs were refused.
ALTER TABLE terminal_alarms
  ADD COLUMN cause text NOT NULL DEFAULT 'faces' CHECK (cause IN ('faces', 'pins'));
ALTER TABLE terminal_alarms ALTER COLUMN cause DROP DEFAULT;
