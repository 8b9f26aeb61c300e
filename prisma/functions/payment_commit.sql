-- One change of a payment, all or nothing, in one round trip: compare-and-set on payment and order,
-- the ledger's transfers, and what must be told to others. A transfer that is in the books already
-- does not pass for one that was just posted: a refund under an id that was used before is refused.
-- Only the very same change, sent again because its answer was lost, is still 'ok': the payment is
-- one version on with this very state, and every transfer of the change is in the books.
--   change   { payment: { id, version, state, data, payer_id? },
--              order?:  { id, version, state, data },
--              transfers: ledger_request objects, all linked,
--              messages:  [{ topic, payload }],
--              audit:     entries as audit_add() takes them,
--              day?:      { since, amount_max, payments_max } }
-- With `day`, what the payer's face alone has paid since then, this payment included, stays within
-- these bounds: the payer's wallet is locked by then, so payments at the same time count each other.
--   returns  { "result": "ok" }                    committed, now or by an earlier call with it
--          | { "result": "conflict" }              somebody else changed it first
--          | { "result": "over-limit" }            the payer's day has no room for it
--          | { "result": "refused", "codes": … }   the ledger said no; see lib/ledger/result.ts
-- Whatever is not "ok" has changed nothing.
CREATE OR REPLACE FUNCTION payment_commit(change jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  payment  jsonb := change -> 'payment';
  ordered  jsonb := change -> 'order';
  day      jsonb := change -> 'day';
  before   integer := (payment ->> 'version')::integer;
  stored   record;
  replayed boolean;
  codes    text[];
BEGIN
  SELECT store_id, version, state, data, amount, currency INTO stored FROM payments
   WHERE id = (payment ->> 'id')::uuid FOR UPDATE;
  replayed := stored.version = before + 1
    AND stored.state = payment ->> 'state' AND stored.data = payment -> 'data';
  IF replayed IS NOT TRUE AND stored.version IS DISTINCT FROM before THEN
    RETURN '{"result": "conflict"}';
  END IF;

  IF ordered IS NOT NULL AND NOT replayed THEN
    PERFORM FROM orders
      WHERE id = (ordered ->> 'id')::uuid AND version = (ordered ->> 'version')::integer
        FOR UPDATE;
    IF NOT FOUND THEN RETURN '{"result": "conflict"}'; END IF;
  END IF;

  BEGIN
    codes := ledger_post(change -> 'transfers', at);
    IF NOT codes <@ ARRAY[CASE WHEN replayed THEN 'exists' ELSE 'ok' END] THEN
      RAISE EXCEPTION USING ERRCODE = 'PC001'; -- undoes what was posted
    END IF;
    IF day IS NOT NULL AND NOT replayed THEN
      PERFORM FROM face_paid((payment ->> 'payer_id')::uuid, stored.currency,
                             (day ->> 'since')::timestamptz) AS paid
        WHERE paid.amount + stored.amount <= (day ->> 'amount_max')::bigint
          AND paid.payments < (day ->> 'payments_max')::integer;
      IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'PC002'; END IF;
    END IF;
  EXCEPTION
    WHEN SQLSTATE 'PC001' THEN
      IF replayed THEN RETURN '{"result": "conflict"}'; END IF;
      RETURN jsonb_build_object('result', 'refused', 'codes', to_jsonb(codes));
    WHEN SQLSTATE 'PC002' THEN
      RETURN '{"result": "over-limit"}';
  END;
  IF replayed THEN RETURN '{"result": "ok"}'; END IF;

  UPDATE payments
     SET state = payment ->> 'state',
         data = payment -> 'data',
         payer_id = coalesce((payment ->> 'payer_id')::uuid, payer_id),
         version = version + 1
   WHERE id = (payment ->> 'id')::uuid;

  UPDATE orders
     SET state = ordered ->> 'state', data = ordered -> 'data', version = version + 1
   WHERE id = (ordered ->> 'id')::uuid;

  -- Nothing of it is left with the merchant: whoever said that it was not theirs has it back.
  IF payment ->> 'state' IN ('refunded', 'voided') THEN
    UPDATE cases SET decided_at = at, outcome = 'refunded'
     WHERE payment_id = (payment ->> 'id')::uuid AND decided_at IS NULL;
  END IF;

  PERFORM outbox_add(change -> 'messages', stored.store_id, at);
  -- Last: it locks the merchant's chain until the commit.
  PERFORM audit_add(change -> 'audit', stored.store_id, at);
  RETURN '{"result": "ok"}';
END $$;
