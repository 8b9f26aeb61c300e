-- Posts linked transfers: all of them or none.
CREATE OR REPLACE FUNCTION ledger_post_group(requests ledger_request[], at timestamptz) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
  codes text[] := array_fill('linked-failed'::text, ARRAY[cardinality(requests)]);
  code  text;
BEGIN
  BEGIN
    FOR i IN 1 .. cardinality(requests) LOOP
      code := ledger_post_one(requests[i], at);
      IF code NOT IN ('ok', 'exists') THEN
        codes := array_fill('linked-failed'::text, ARRAY[cardinality(requests)]);
        codes[i] := code;
        RAISE EXCEPTION USING ERRCODE = 'LG001'; -- undoes the group's earlier transfers
      END IF;
      codes[i] := code;
    END LOOP;
  EXCEPTION WHEN SQLSTATE 'LG001' THEN NULL;
  END;
  RETURN codes;
END $$;
