-- A payment has a source, which may be an order; fee terms are kept whole; `challenged` is gone.

-- Nothing asked whether a payment was challenged: it could be paid, cancelled and expired as before.
UPDATE payments
   SET state = 'created', data = '{"kind": "created"}', version = version + 1
 WHERE state = 'challenged';

DROP INDEX payments_unpaid;
CREATE INDEX payments_unpaid ON payments (created_at) WHERE state IN ('created', 'declined');

-- What the payment is for. An order is one of ours; a checkout is another shop's, under its reference.
ALTER TABLE payments
  ALTER COLUMN order_id DROP NOT NULL,
  ADD COLUMN source text,
  ADD COLUMN reference text,
  ADD COLUMN fee_terms jsonb;

UPDATE payments
   SET source = channel || '-order',
       fee_terms = jsonb_build_object('basisPoints', fee_basis_points);

ALTER TABLE payments
  ALTER COLUMN source SET NOT NULL,
  ALTER COLUMN fee_terms SET NOT NULL,
  DROP COLUMN channel,
  DROP COLUMN fee_basis_points,
  ADD CONSTRAINT payments_source_is_known
    CHECK (source IN ('counter-order', 'online-order', 'checkout')),
  ADD CONSTRAINT payments_order_source_has_an_order
    CHECK ((source IN ('counter-order', 'online-order')) = (order_id IS NOT NULL)),
  ADD CONSTRAINT payments_checkout_has_a_reference
    CHECK ((source = 'checkout') = (reference IS NOT NULL)
           AND length(reference) BETWEEN 1 AND 200),
  ADD CONSTRAINT payments_fee_terms_are_terms
    CHECK (coalesce((fee_terms ->> 'basisPoints')::integer BETWEEN 0 AND 10000, false));

-- What the platform keeps of a merchant's new payments; see lib/ledger/fee.ts.
ALTER TABLE merchants ADD COLUMN fee_terms jsonb NOT NULL DEFAULT '{"basisPoints": 0}';
UPDATE merchants SET fee_terms = jsonb_build_object('basisPoints', fee_basis_points);
ALTER TABLE merchants
  DROP COLUMN fee_basis_points,
  ADD CONSTRAINT merchants_fee_terms_are_terms
    CHECK (coalesce((fee_terms ->> 'basisPoints')::integer BETWEEN 0 AND 10000, false));

-- A notice says for whom it is, so that whoever delivers it need not ask the payment.
UPDATE outbox
   SET payload = payload || jsonb_build_object('shopperId', payer_id)
  FROM payments
 WHERE delivered_at IS NULL AND topic LIKE 'payment.%'
   AND payments.id = (payload ->> 'paymentId')::uuid AND payer_id IS NOT NULL;
