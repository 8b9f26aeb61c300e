-- A face that is near, but not enough alone, keeps what it began: the PIN of whom it was nearest to
-- completes it.
ALTER TABLE challenges DROP CONSTRAINT challenges_outcome_check;
ALTER TABLE challenges
  ADD CONSTRAINT challenges_outcome_check CHECK (outcome IN ('accepted', 'step-up', 'refused')),
  ADD COLUMN nearest_id uuid REFERENCES shoppers (id) ON DELETE SET NULL,
  ADD CONSTRAINT challenges_nearest_check CHECK (nearest_id IS NULL OR outcome = 'step-up');

CREATE INDEX challenges_nearest_idx ON challenges (nearest_id, consumed_at)
  WHERE nearest_id IS NOT NULL;
