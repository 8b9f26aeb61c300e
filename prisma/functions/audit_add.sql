-- Writes entries to the audit trail: a jsonb array of
-- { action, actor_kind, actor_id?, subject_kind?, subject_id?, details }.
-- They are of the store's merchant, or without a store of the platform and its shoppers. Staff,
-- counters and operators are named as they are called at this moment; shoppers are never named.
CREATE OR REPLACE FUNCTION audit_add(entries jsonb, store uuid, at timestamptz) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO audit_entries (id, scope_id, store_id, at, actor_kind, actor_id, actor_name,
                             action, subject_kind, subject_id, details)
  SELECT ledger_uuid_v7(at),
         coalesce((SELECT merchant_id FROM stores WHERE id = store),
                  '00000000-0000-0000-0000-000000000000'),
         store, at, entry ->> 'actor_kind', (entry ->> 'actor_id')::uuid,
         CASE entry ->> 'actor_kind'
           WHEN 'staff' THEN (SELECT name FROM staff WHERE id = (entry ->> 'actor_id')::uuid)
           WHEN 'terminal' THEN (SELECT name FROM terminals WHERE id = (entry ->> 'actor_id')::uuid)
           WHEN 'operator' THEN (SELECT name FROM operators WHERE id = (entry ->> 'actor_id')::uuid)
         END,
         entry ->> 'action', entry ->> 'subject_kind', (entry ->> 'subject_id')::uuid,
         entry -> 'details'
    FROM jsonb_array_elements(coalesce(entries, '[]')) WITH ORDINALITY AS added (entry, place)
   ORDER BY place
$$;
