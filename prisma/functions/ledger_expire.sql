-- Releases up to `most` holds whose time is over. Any number of callers may run it at once: they
-- share the work. Returns the ids of the pending transfers that it ended.
CREATE OR REPLACE FUNCTION ledger_expire(
  at timestamptz DEFAULT clock_timestamp(), most integer DEFAULT 100
) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  due   uuid[];
  batch jsonb;
  codes text[];
BEGIN
  SELECT array_agg(transfer_id) INTO due FROM (
    SELECT transfer_id FROM ledger_holds WHERE expires_at <= at
     ORDER BY expires_at, transfer_id LIMIT most FOR UPDATE SKIP LOCKED) AS holds;
  IF due IS NULL THEN RETURN '{}'; END IF;
  SELECT jsonb_agg(jsonb_build_object('id', ledger_uuid_v7(at), 'kind', 'expire',
                                      'pending_id', id, 'code', 'expire') ORDER BY place)
    INTO batch
    FROM unnest(due) WITH ORDINALITY AS holds (id, place);
  codes := ledger_post(batch, at);
  RETURN ARRAY(SELECT id FROM unnest(due, codes) AS ended (id, code) WHERE code = 'ok');
END $$;
