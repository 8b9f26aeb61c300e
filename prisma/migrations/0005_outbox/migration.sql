-- The outbox is delivered: by leases, with retries, and outside of the transaction that moved
-- the money. Until now that transaction called pg_notify itself, whose queue has one lock for
-- the whole cluster, held until the commit is on disk: commits stood in line.

ALTER TABLE outbox
  ADD COLUMN store_id uuid REFERENCES stores (id),
  -- Not before then: after a claim the end of its lease, after a failure the next try.
  ADD COLUMN due_at timestamptz,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  -- The subscribers that have it; the others are still to be told.
  ADD COLUMN told text[] NOT NULL DEFAULT '{}',
  -- A name, never a person's data.
  ADD COLUMN last_error text,
  -- Nobody tries any more; somebody has to look.
  ADD COLUMN given_up_at timestamptz;

-- What nobody delivered so far is history: whoever cared has looked since.
UPDATE outbox SET delivered_at = created_at WHERE delivered_at IS NULL;
UPDATE outbox SET due_at = created_at;
ALTER TABLE outbox ALTER COLUMN due_at SET NOT NULL;

DROP INDEX outbox_undelivered;
CREATE INDEX outbox_due ON outbox (due_at) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;

-- What happened to somebody's money or face, as the phone shows it.
CREATE TABLE notices (
  id uuid PRIMARY KEY, -- the message's: told twice, it is one notice
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  topic text NOT NULL,
  payment_id uuid REFERENCES payments (id),
  amount bigint,
  currency char(3),
  created_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX notices_of_shopper ON notices (shopper_id, created_at DESC);

CREATE FUNCTION outbox_add(messages jsonb, store uuid, at timestamptz) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO outbox (topic, payload, store_id, created_at, due_at)
  SELECT message ->> 'topic', message -> 'payload', store, at, at
    FROM jsonb_array_elements(messages) AS messages (message)
$$;

-- As before, but for the notification.
CREATE OR REPLACE FUNCTION payment_commit(change jsonb, at timestamptz) RETURNS jsonb
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

  PERFORM outbox_add(change -> 'messages', store, at);
  RETURN '{"result": "ok"}';
END $$;

-- The same, for changes of an order that move no money (ready, picked up, sent).
DROP FUNCTION order_commit(jsonb);
CREATE FUNCTION order_commit(ordered jsonb, messages jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  store uuid;
BEGIN
  UPDATE orders
     SET state = ordered ->> 'state', data = ordered -> 'data', version = version + 1
   WHERE id = (ordered ->> 'id')::uuid AND version = (ordered ->> 'version')::integer
  RETURNING store_id INTO store;
  IF NOT FOUND THEN RETURN '{"result": "conflict"}'; END IF;
  PERFORM outbox_add(messages, store, at);
  RETURN '{"result": "ok"}';
END $$;
