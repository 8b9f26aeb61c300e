-- What a shopper allows a face alone to pay; without a row the defaults of the currency hold
-- (lib/money/currency.ts). Amounts are minor units of the wallet's currency. What is lowered holds at
-- once and is in the first columns; what is raised waits in the `next_` columns until `next_from`.
CREATE TABLE face_limits (
  shopper_id uuid PRIMARY KEY REFERENCES shoppers (id) ON DELETE CASCADE,
  per_payment bigint NOT NULL CHECK (per_payment >= 0),
  per_day bigint NOT NULL CHECK (per_day >= 0),
  small_only boolean NOT NULL,
  next_per_payment bigint CHECK (next_per_payment >= 0),
  next_per_day bigint CHECK (next_per_day >= 0),
  next_small_only boolean,
  next_from timestamptz,
  CONSTRAINT face_limits_next_is_whole
    CHECK (num_nulls(next_per_payment, next_per_day, next_small_only, next_from) IN (0, 4))
);

-- The limits that a recognised face was over: [{ reason, value, max }], for audit. Null where the
-- face paid, or was not recognised. With `nearest_id` the PIN was asked for; without, there is none.
ALTER TABLE challenges
  ADD COLUMN over_limits jsonb,
  ADD CONSTRAINT challenges_over_limits_is_a_list CHECK (jsonb_typeof(over_limits) = 'array');
