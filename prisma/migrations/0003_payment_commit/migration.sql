-- One change of a payment, all or nothing, in one round trip: compare-and-set on payment
-- and order, the ledger's transfers, and what must be told to others.
--   change   { payment: { id, version, state, data, payer_id? },
--              order?:  { id, version, state, data },
--              transfers: ledger_request objects, all linked,
--              messages:  [{ topic, payload }] }
--   returns  { "result": "ok" }
--          | { "result": "conflict" }              somebody else changed it first
--          | { "result": "refused", "codes": … }   the ledger said no; see lib/ledger/result.ts
-- Whatever is not "ok" has changed nothing.
CREATE FUNCTION payment_commit(change jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  payment jsonb := change -> 'payment';
  ordered jsonb := change -> 'order';
  store   uuid;
  codes   text[];
BEGIN
  SELECT store_id INTO store FROM payments
   WHERE id = (payment ->> 'id')::uuid AND version = (payment ->> 'version')::integer
     FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"result": "conflict"}'; END IF;

  IF ordered IS NOT NULL THEN
    PERFORM FROM orders
      WHERE id = (ordered ->> 'id')::uuid AND version = (ordered ->> 'version')::integer
        FOR UPDATE;
    IF NOT FOUND THEN RETURN '{"result": "conflict"}'; END IF;
  END IF;

  codes := ledger_post(change -> 'transfers', at);
  IF NOT codes <@ ARRAY['ok', 'exists'] THEN
    RETURN jsonb_build_object('result', 'refused', 'codes', to_jsonb(codes));
  END IF;

  UPDATE payments
     SET state = payment ->> 'state',
         data = payment -> 'data',
         payer_id = coalesce((payment ->> 'payer_id')::uuid, payer_id),
         version = version + 1
   WHERE id = (payment ->> 'id')::uuid;

  UPDATE orders
     SET state = ordered ->> 'state', data = ordered -> 'data', version = version + 1
   WHERE id = (ordered ->> 'id')::uuid;

  INSERT INTO outbox (topic, payload, created_at)
  SELECT message ->> 'topic', message -> 'payload', at
    FROM jsonb_array_elements(change -> 'messages') AS messages (message);

  PERFORM pg_notify('store_changed', store::text);
  RETURN '{"result": "ok"}';
END $$;

-- The same, for changes of an order that move no money (ready, picked up).
CREATE FUNCTION order_commit(ordered jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  store uuid;
BEGIN
  UPDATE orders
     SET state = ordered ->> 'state', data = ordered -> 'data', version = version + 1
   WHERE id = (ordered ->> 'id')::uuid AND version = (ordered ->> 'version')::integer
  RETURNING store_id INTO store;
  IF NOT FOUND THEN RETURN '{"result": "conflict"}'; END IF;
  PERFORM pg_notify('store_changed', store::text);
  RETURN '{"result": "ok"}';
END $$;
