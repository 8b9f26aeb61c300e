-- Writes messages to the outbox: a jsonb array of { topic, payload }.
CREATE OR REPLACE FUNCTION outbox_add(messages jsonb, store uuid, at timestamptz) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO outbox (topic, payload, store_id, created_at, due_at)
  SELECT message ->> 'topic', message -> 'payload', store, at, at
    FROM jsonb_array_elements(messages) AS messages (message)
$$;
