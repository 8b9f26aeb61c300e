-- The first answer to a request with an Idempotency-Key, for whoever asks again.
CREATE TABLE idempotency_keys (
  scope text NOT NULL, -- who asks, and for what: one person's keys mean nothing to another
  key text NOT NULL,
  -- sha256 of the body: the body itself (a face, a PIN) is never kept.
  request_hash bytea NOT NULL,
  -- Whoever answers has until then; a process that died is replaced after it.
  answering_until timestamptz NOT NULL,
  -- NULL while it is being answered.
  status integer,
  content_type text,
  body text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
