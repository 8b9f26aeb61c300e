-- Passkeys (WebAuthn): the public half of a key that a phone or a security key holds.
CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  shopper_id uuid REFERENCES shoppers (id) ON DELETE CASCADE,
  staff_id uuid REFERENCES staff (id) ON DELETE CASCADE,
  -- As the authenticator chose it, base64url.
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  -- Of signatures; 0 where the authenticator does not count.
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  CONSTRAINT passkey_of_one CHECK (num_nonnulls(shopper_id, staff_id) = 1)
);
CREATE INDEX passkeys_of_shopper ON passkeys (shopper_id);
CREATE INDEX passkeys_of_staff ON passkeys (staff_id);

-- What an authenticator has to sign, once.
CREATE TABLE passkey_challenges (
  challenge_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('registration', 'sign-in', 'confirmation')),
  -- Of whoever registers or confirms; nobody is known yet at a sign-in.
  shopper_id uuid REFERENCES shoppers (id) ON DELETE CASCADE,
  staff_id uuid REFERENCES staff (id) ON DELETE CASCADE,
  -- What is confirmed, and until when.
  intent_hash text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);
