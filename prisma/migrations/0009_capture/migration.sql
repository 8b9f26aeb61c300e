-- The public half of a key that never leaves its browser: a paired terminal's, or a signed-in
-- shopper's own phone's. Evidence of a face is believed only when one of these signed it.
CREATE TABLE devices (
  id uuid PRIMARY KEY,
  public_key jsonb NOT NULL,
  terminal_id uuid REFERENCES terminals (id),
  shopper_id uuid REFERENCES shoppers (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK ((terminal_id IS NULL) <> (shopper_id IS NULL))
);
CREATE UNIQUE INDEX device_of_terminal ON devices (terminal_id) WHERE revoked_at IS NULL;
CREATE INDEX devices_of_shopper ON devices (shopper_id) WHERE revoked_at IS NULL;

-- What a challenge is bound to besides its people, and what it asks of the screen.
ALTER TABLE challenges
  ADD COLUMN device_id uuid REFERENCES devices (id) ON DELETE CASCADE,
  ADD COLUMN length text NOT NULL DEFAULT 'short' CHECK (length IN ('short', 'long', 'thorough')),
  ADD COLUMN binding jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN colours text[] NOT NULL DEFAULT '{}',
  -- Whether the skin showed the light of the screen, where it was asked to.
  ADD COLUMN colour_answer text CHECK (colour_answer IN ('answered', 'silent'));
CREATE INDEX challenges_lit ON challenges (device_id, issued_at DESC) WHERE colour_answer IS NOT NULL;

-- A keyed perceptual digest of accepted evidence: the same film again looks like itself.
CREATE TABLE evidence_digests (
  challenge_id uuid PRIMARY KEY REFERENCES challenges (id) ON DELETE CASCADE,
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  digest bytea NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX evidence_digests_of_shopper ON evidence_digests (shopper_id, made_at DESC);
