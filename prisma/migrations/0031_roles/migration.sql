-- Managers, and invitations by which staff join a store (docs/decisions/0051).
ALTER TABLE staff DROP CONSTRAINT staff_role_check;
ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN ('staff', 'manager', 'owner'));

-- The link holds a random 256-bit token, this table its SHA-256.
CREATE TABLE staff_invitations (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  store_id   uuid NOT NULL REFERENCES stores (id),
  name       text NOT NULL,
  email      text NOT NULL,
  role       text NOT NULL CHECK (role IN ('staff', 'manager')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Asked again, the newest link counts.
  CONSTRAINT staff_invitation_once UNIQUE (store_id, email)
);
CREATE INDEX staff_invitations_expiry ON staff_invitations (expires_at);
