-- Since when a number is known to be its account's own: a code that was sent to it came back. Null:
-- an account from before; it pays at no counter until then.
ALTER TABLE shoppers ADD COLUMN phone_proven_at timestamptz;

-- The latest code that was sent to a number, both as keyed hashes.
CREATE TABLE phone_codes (
  phone_hash bytea PRIMARY KEY,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX phone_codes_expiry ON phone_codes (expires_at);

-- Text messages that wait to be sent, number and text sealed; gone when they were, or are too late.
CREATE TABLE text_messages (
  id uuid PRIMARY KEY,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX text_messages_expiry ON text_messages (expires_at);
