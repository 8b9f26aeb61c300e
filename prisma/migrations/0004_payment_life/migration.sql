-- Tips, the platform's fee, escrow for online orders, and how long things may take.

-- What the platform keeps of what a merchant earns, in hundredths of a percent.
ALTER TABLE merchants ADD COLUMN fee_basis_points integer NOT NULL DEFAULT 0
  CHECK (fee_basis_points BETWEEN 0 AND 10000);

ALTER TABLE stores
  -- The staff have this long to answer a paid order; then the guest has the money back.
  ADD COLUMN answer_within_seconds integer NOT NULL DEFAULT 900
    CHECK (answer_within_seconds BETWEEN 30 AND 43200),
  -- The tips that are offered, in percent; none where nobody tips.
  ADD COLUMN tip_percents integer[] NOT NULL DEFAULT '{}';

ALTER TABLE payments
  ADD COLUMN tip bigint NOT NULL DEFAULT 0,
  -- As agreed when the payment was made: a new rate is for new payments.
  ADD COLUMN fee_basis_points integer NOT NULL DEFAULT 0
    CHECK (fee_basis_points BETWEEN 0 AND 10000),
  ADD CONSTRAINT payments_tip_is_a_part CHECK (tip >= 0 AND tip < amount);

-- A captured payment says where its money is; until now all of it went to the merchant.
UPDATE payments
   SET data = data || jsonb_build_object(
         'captured', jsonb_build_object('amount', amount::text, 'currency', currency),
         'escrow', jsonb_build_object('amount', '0', 'currency', currency),
         'earned', jsonb_build_object('currency', currency, 'amount', (amount - (
           SELECT coalesce(sum((refund -> 'amount' ->> 'amount')::bigint), 0)
             FROM jsonb_array_elements(data -> 'refunds') AS refunds (refund)))::text))
 WHERE state = 'captured';

-- What the jobs look for, and no more than that.
CREATE INDEX payments_unpaid ON payments (created_at)
  WHERE state IN ('created', 'challenged', 'declined');
CREATE INDEX orders_dispatched ON orders ((data ->> 'dispatchedAt')) WHERE state = 'dispatched';
