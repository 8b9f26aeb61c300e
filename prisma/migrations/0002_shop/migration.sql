-- People, stores, orders, payments and what surrounds them.
-- Money columns are bigint minor units; state is a kind plus the data of that kind.

CREATE TABLE shoppers (
  id uuid PRIMARY KEY,
  phone text NOT NULL UNIQUE CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_last_four char(4) NOT NULL GENERATED ALWAYS AS (right(phone, 4)) STORED,
  name text NOT NULL,
  password_hash text NOT NULL,
  pin_hash text,
  -- Of the wallet; its ledger account follows from owner and currency.
  currency char(3) NOT NULL,
  frozen_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX shoppers_last_four ON shoppers (phone_last_four);

CREATE TABLE consents (
  id uuid PRIMARY KEY,
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  version text NOT NULL,
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX consents_one_in_force ON consents (shopper_id) WHERE withdrawn_at IS NULL;

-- The descriptors are sealed with a key of their own (itself wrapped by the master key):
-- deleting the row destroys the only key that opens them.
CREATE TABLE face_templates (
  id uuid PRIMARY KEY,
  shopper_id uuid NOT NULL UNIQUE REFERENCES shoppers (id) ON DELETE CASCADE,
  model_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  enrolled_at timestamptz NOT NULL
);

CREATE TABLE face_deletions (
  id uuid PRIMARY KEY,
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  template_id uuid NOT NULL,
  deleted_at timestamptz NOT NULL
);

CREATE TABLE merchants (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  currency char(3) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE stores (
  id uuid PRIMARY KEY,
  merchant_id uuid NOT NULL REFERENCES merchants (id),
  name text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('counter', 'online')),
  -- Reads phone numbers that guests type without a country code.
  country char(2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE staff (
  id uuid PRIMARY KEY,
  store_id uuid NOT NULL REFERENCES stores (id),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL CHECK (role IN ('staff', 'owner')),
  created_at timestamptz NOT NULL
);

CREATE TABLE terminals (
  id uuid PRIMARY KEY,
  store_id uuid NOT NULL REFERENCES stores (id),
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  paired_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE pairing_codes (
  code_hash bytea PRIMARY KEY,
  store_id uuid NOT NULL REFERENCES stores (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE products (
  store_id uuid NOT NULL REFERENCES stores (id),
  id text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  category text NOT NULL,
  picture text NOT NULL,
  price bigint NOT NULL CHECK (price > 0),
  option_groups jsonb NOT NULL DEFAULT '[]',
  available boolean NOT NULL DEFAULT true,
  PRIMARY KEY (store_id, id)
);

-- Short numbers to call out: counted per store and day, by the row's lock.
CREATE TABLE ticket_counters (
  store_id uuid NOT NULL REFERENCES stores (id),
  day date NOT NULL,
  last_ticket integer NOT NULL,
  PRIMARY KEY (store_id, day)
);

CREATE TABLE orders (
  id uuid PRIMARY KEY,
  store_id uuid NOT NULL REFERENCES stores (id),
  channel text NOT NULL CHECK (channel IN ('counter', 'online')),
  ticket integer NOT NULL,
  items jsonb NOT NULL,
  total bigint NOT NULL CHECK (total > 0),
  currency char(3) NOT NULL,
  terminal_id uuid REFERENCES terminals (id),
  shopper_id uuid REFERENCES shoppers (id),
  state text NOT NULL,
  data jsonb NOT NULL,
  version integer NOT NULL DEFAULT 0,
  -- Fingerprint of the request that made it: the same id with another body is a conflict.
  request_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((terminal_id IS NULL) <> (shopper_id IS NULL))
);
CREATE INDEX orders_of_store ON orders (store_id, created_at DESC);
CREATE INDEX orders_waiting ON orders ((data ->> 'paidAt')) WHERE state = 'waiting';

CREATE TABLE payments (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL UNIQUE REFERENCES orders (id),
  store_id uuid NOT NULL REFERENCES stores (id),
  merchant_id uuid NOT NULL REFERENCES merchants (id),
  payee text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('counter', 'online')),
  amount bigint NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  payer_id uuid REFERENCES shoppers (id),
  state text NOT NULL,
  data jsonb NOT NULL,
  version integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE INDEX payments_of_payer ON payments (payer_id, created_at DESC) WHERE payer_id IS NOT NULL;
-- Answers "is this shopper a regular of this store".
CREATE INDEX payments_regulars ON payments (store_id, payer_id) WHERE payer_id IS NOT NULL;

-- Bound to one payment (or one enrolment), one device and one use.
CREATE TABLE challenges (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('payment', 'enrolment')),
  payment_id uuid REFERENCES payments (id),
  shopper_id uuid REFERENCES shoppers (id) ON DELETE CASCADE,
  terminal_id uuid REFERENCES terminals (id),
  claim text NOT NULL CHECK (claim IN ('own-phone', 'whole-number', 'last-four')),
  -- Whom the claim leaves: the only people this capture can be matched against.
  candidate_ids uuid[] NOT NULL,
  nonce text NOT NULL,
  steps jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- The greeting may be asked for once.
  identified_at timestamptz,
  consumed_at timestamptz,
  outcome text CHECK (outcome IN ('accepted', 'refused'))
);
CREATE INDEX challenges_of_payment ON challenges (payment_id) WHERE payment_id IS NOT NULL;

-- What each decision saw: named checks with value and bound, sealed for audit.
CREATE TABLE assessments (
  challenge_id uuid PRIMARY KEY REFERENCES challenges (id) ON DELETE CASCADE,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  assessed_at timestamptz NOT NULL
);

-- Wrong PINs and passwords, counted per subject.
CREATE TABLE failures (
  subject text NOT NULL,
  failed_at timestamptz NOT NULL
);
CREATE INDEX failures_of_subject ON failures (subject, failed_at);

-- What must be told to others, written in the transaction that made it true.
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  delivered_at timestamptz
);
CREATE INDEX outbox_undelivered ON outbox (created_at) WHERE delivered_at IS NULL;
