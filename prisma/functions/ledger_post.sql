-- Posts a batch in one call.
--   batch    jsonb array of ledger_request objects; amounts as text or whole numbers
--   at       the ledger's time: what expiry is measured against
--   returns  one result code for each element, in order; see lib/ledger/result.ts
-- A retried element answers 'exists' and does nothing. A failed element changes nothing, nor does
-- any element that is linked with it. Safe inside a larger transaction or function.
CREATE OR REPLACE FUNCTION ledger_post(
  batch jsonb, at timestamptz DEFAULT clock_timestamp()
) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  requests ledger_request[];
  codes    text[] := '{}';
  first    integer := 1; -- of the group that is posted next, counted from 1
  last     integer;
BEGIN
  FOR i IN 0 .. jsonb_array_length(batch) - 1 LOOP
    requests := requests || jsonb_populate_record(NULL::ledger_request, batch -> i);
  END LOOP;
  IF requests IS NULL THEN RETURN codes; END IF;
  PERFORM ledger_lock(requests);

  WHILE first <= cardinality(requests) LOOP
    last := first;
    WHILE last < cardinality(requests) AND (requests[last]).linked LOOP last := last + 1; END LOOP;
    IF (requests[last]).linked THEN
      codes := codes || array_fill('linked-chain-open'::text, ARRAY[last - first + 1]);
    ELSIF first = last THEN
      codes := codes || ledger_post_one(requests[first], at);
    ELSE
      codes := codes || ledger_post_group(requests[first:last], at);
    END IF;
    first := last + 1;
  END LOOP;
  RETURN codes;
END $$;
