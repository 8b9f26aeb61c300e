-- The proofs of possession that came with requests of terminals, each accepted once; kept longer
-- than a proof can be in time, then deleted.
CREATE TABLE terminal_proofs (
  device_id uuid NOT NULL,
  jti uuid NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, jti)
);
CREATE INDEX terminal_proofs_age ON terminal_proofs (used_at);

-- When a terminal last proved a request, to the minute.
ALTER TABLE terminals ADD COLUMN last_seen_at timestamptz;

-- A terminal from before there were keys can prove nothing: it has to be paired again.
UPDATE terminals SET revoked_at = now()
 WHERE revoked_at IS NULL
   AND NOT EXISTS (SELECT FROM devices
                    WHERE devices.terminal_id = terminals.id AND devices.revoked_at IS NULL);
