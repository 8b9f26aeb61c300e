-- Whoever has a twin is always asked for the PIN too: no distance tells the two apart.
ALTER TABLE shoppers ADD COLUMN has_twin boolean NOT NULL DEFAULT false;

-- The same face on a second account pays nowhere until an operator has had a look.
ALTER TABLE face_templates
  ADD COLUMN held_at timestamptz,
  ADD COLUMN held_beside uuid REFERENCES shoppers (id) ON DELETE SET NULL,
  ADD COLUMN hold_cleared_at timestamptz;
CREATE INDEX face_templates_held ON face_templates (held_at)
  WHERE held_at IS NOT NULL AND hold_cleared_at IS NULL;
CREATE INDEX face_templates_held_beside ON face_templates (held_beside);
