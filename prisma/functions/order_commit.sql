-- One change of an order that moves no money (ready, picked up, sent), by compare-and-set, with
-- what must be told to others and the entries of the audit trail.
--   ordered  { id, version, state, data, audit: entries as audit_add() takes them }
--   returns  { "result": "ok" } | { "result": "conflict" }: somebody else changed it first
-- Sent again because its answer was lost, the same change is still 'ok'.
CREATE OR REPLACE FUNCTION order_commit(ordered jsonb, messages jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  before integer := (ordered ->> 'version')::integer;
  store  uuid;
BEGIN
  UPDATE orders
     SET state = ordered ->> 'state', data = ordered -> 'data', version = version + 1
   WHERE id = (ordered ->> 'id')::uuid AND version = before
  RETURNING store_id INTO store;
  IF FOUND THEN
    PERFORM outbox_add(messages, store, at);
    PERFORM audit_add(ordered -> 'audit', store, at);
    RETURN '{"result": "ok"}';
  END IF;
  PERFORM FROM orders
    WHERE id = (ordered ->> 'id')::uuid AND version = before + 1
      AND state = ordered ->> 'state' AND data = ordered -> 'data';
  RETURN jsonb_build_object('result', CASE WHEN FOUND THEN 'ok' ELSE 'conflict' END);
END $$;
