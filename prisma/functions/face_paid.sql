-- What a shopper's face alone has paid since then, and in how many payments. What the staff did not
-- take does not count, what was refunded later does. A payment is paid within an hour after it was
-- made (PAY_WITHIN_MS), so that the index of payments by payer and time narrows the search.
CREATE OR REPLACE FUNCTION face_paid(payer uuid, wallet_currency text, since timestamptz)
RETURNS TABLE (amount bigint, payments integer) LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(p.amount), 0)::bigint, count(*)::integer
    FROM payments AS p
   WHERE p.payer_id = payer AND p.currency = wallet_currency
     AND p.created_at > since - interval '1 hour'
     AND p.state IN ('authorized', 'captured', 'refunded')
     AND p.data -> 'payer' ->> 'method' = 'face'
     AND (p.data ->> 'authorizedAt')::timestamptz > since
$$;
