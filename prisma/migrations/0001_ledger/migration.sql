-- The ledger: accounts, immutable transfers, and the one function that posts them.
-- The model is TigerBeetle's (docs.tigerbeetle.com/coding/data-modeling): a transfer moves one
-- amount from one debit account to one credit account, so the books balance by construction.
-- Needs PostgreSQL 15 or newer and no extension.

-- ISO 4217, with the number of digits after the point; lib/money/currency.ts has the same.
CREATE TABLE ledger_currencies (
  code     char(3) PRIMARY KEY,
  exponent smallint NOT NULL CHECK (exponent BETWEEN 0 AND 4)
);
INSERT INTO ledger_currencies VALUES ('CNY', 2), ('EUR', 2), ('JPY', 0), ('USD', 2);

CREATE TYPE ledger_transfer_kind AS ENUM ('posted', 'pending', 'post', 'void', 'expire');

CREATE TABLE ledger_accounts (
  id                             uuid PRIMARY KEY,
  kind                           text NOT NULL,
  owner_id                       uuid, -- shopper or merchant; NULL for the house
  currency                       char(3) NOT NULL REFERENCES ledger_currencies (code),
  debits_must_not_exceed_credits boolean NOT NULL,
  credits_must_not_exceed_debits boolean NOT NULL,
  -- All four start at zero; the posted ones only grow.
  debits_pending                 bigint NOT NULL DEFAULT 0,
  debits_posted                  bigint NOT NULL DEFAULT 0,
  credits_pending                bigint NOT NULL DEFAULT 0,
  credits_posted                 bigint NOT NULL DEFAULT 0,
  -- How many transfers have touched it, on either side: the next one's position is this plus one.
  transfers                      bigint NOT NULL DEFAULT 0,
  -- Hash of the last transfer that debited it; empty before the first.
  chain_head                     bytea NOT NULL DEFAULT ''::bytea,
  created_at                     timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ledger_account_currency UNIQUE (id, currency),
  CONSTRAINT ledger_account_purpose UNIQUE NULLS NOT DISTINCT (owner_id, kind, currency),
  -- PostgreSQL reads every CHECK anew for every statement, some 10 µs each: few and short ones.
  CONSTRAINT ledger_account_pending_left CHECK (least(debits_pending, credits_pending) >= 0),
  CONSTRAINT ledger_account_debits_covered CHECK (
    NOT debits_must_not_exceed_credits OR debits_pending + debits_posted <= credits_posted
  ),
  CONSTRAINT ledger_account_credits_covered CHECK (
    NOT credits_must_not_exceed_debits OR credits_pending + credits_posted <= debits_posted
  )
) WITH (fillfactor = 50); -- room in each page for the balance updates to stay in it

CREATE TABLE ledger_transfers (
  id                uuid PRIMARY KEY, -- made by the client, UUIDv7
  kind              ledger_transfer_kind NOT NULL,
  debit_account_id  uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  currency          char(3) NOT NULL,
  amount            bigint NOT NULL CHECK (amount > 0), -- minor units
  pending_id        uuid REFERENCES ledger_transfers (id),
  timeout_seconds   integer,
  code              varchar(32) NOT NULL, -- why
  reference_id      uuid, -- what for: a payment, an order
  created_at        timestamptz NOT NULL,
  -- Its place among the transfers of either account: 1, 2, 3 … without a gap.
  debit_position    bigint NOT NULL,
  credit_position   bigint NOT NULL,
  -- sha256 over the hash of the row before on the debit account, and this row's content.
  hash              bytea NOT NULL,
  CONSTRAINT ledger_transfer_two_accounts CHECK (debit_account_id <> credit_account_id),
  -- Of the kinds in their order, the first two stand alone, the others end a pending transfer.
  CONSTRAINT ledger_transfer_shape CHECK ((kind <= 'pending') = (pending_id IS NULL)),
  CONSTRAINT ledger_transfer_debit FOREIGN KEY (debit_account_id, currency)
    REFERENCES ledger_accounts (id, currency),
  CONSTRAINT ledger_transfer_credit FOREIGN KEY (credit_account_id, currency)
    REFERENCES ledger_accounts (id, currency),
  CONSTRAINT ledger_transfer_debit_order UNIQUE (debit_account_id, debit_position),
  CONSTRAINT ledger_transfer_credit_order UNIQUE (credit_account_id, credit_position)
);

-- A hold is ended once.
CREATE UNIQUE INDEX ledger_transfer_end_of_pending ON ledger_transfers (pending_id)
  WHERE pending_id IS NOT NULL;
CREATE INDEX ledger_transfer_reference ON ledger_transfers (reference_id)
  WHERE reference_id IS NOT NULL;
-- For a day's statement: rows arrive in the order of time, so the index is a few kilobytes.
CREATE INDEX ledger_transfer_time ON ledger_transfers USING brin (created_at);

-- The pending transfers that are still open: what the expiry job reads, and no more than that.
CREATE TABLE ledger_holds (
  transfer_id uuid PRIMARY KEY,
  expires_at  timestamptz
);
CREATE INDEX ledger_hold_expiry ON ledger_holds (expires_at) WHERE expires_at IS NOT NULL;

-- ---------------------------------------------------------------------------------------------
-- What nobody may do, whatever program connects

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: % on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0]
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER ledger_transfer_immutable
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfers
  EXECUTE FUNCTION ledger_refuse('a transfer is written once, a correction is a new transfer');

CREATE TRIGGER ledger_account_kept
  BEFORE DELETE OR TRUNCATE ON ledger_accounts
  EXECUTE FUNCTION ledger_refuse('accounts stay');

-- Depth 1 is a statement from outside; what ledger_transfer_apply() does comes one level deeper.
CREATE FUNCTION ledger_refuse_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'ledger: % on % is refused: only a transfer does that', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_account_moved_by_transfers
  BEFORE UPDATE OF id, currency, debits_must_not_exceed_credits, credits_must_not_exceed_debits,
    debits_pending, debits_posted, credits_pending, credits_posted, transfers, chain_head
  ON ledger_accounts
  EXECUTE FUNCTION ledger_refuse_outside();

CREATE TRIGGER ledger_hold_moved_by_transfers
  BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ledger_holds
  EXECUTE FUNCTION ledger_refuse_outside();

CREATE TRIGGER ledger_account_opens_empty BEFORE INSERT ON ledger_accounts FOR EACH ROW
  WHEN (NEW.transfers <> 0 OR NEW.chain_head <> ''::bytea OR NEW.debits_pending <> 0
    OR NEW.debits_posted <> 0 OR NEW.credits_pending <> 0 OR NEW.credits_posted <> 0)
  EXECUTE FUNCTION ledger_refuse('an account opens empty');

-- ---------------------------------------------------------------------------------------------
-- What a transfer does, whoever inserts it

CREATE FUNCTION ledger_transfer_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held    bigint := 0; -- what stops being pending
  pending bigint; -- by how much the pending balances change
  posted  bigint;
  content text;   -- what is hashed; its twin is lib/ledger/chain.ts
BEGIN
  IF NEW.pending_id IS NOT NULL THEN
    SELECT amount INTO held FROM ledger_transfers
     WHERE id = NEW.pending_id AND kind = 'pending' AND currency = NEW.currency
       AND debit_account_id = NEW.debit_account_id AND credit_account_id = NEW.credit_account_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ledger: % is no pending transfer between these accounts', NEW.pending_id
        USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF NEW.amount > held OR (NEW.kind <> 'post' AND NEW.amount <> held) THEN
      RAISE EXCEPTION 'ledger: % of % held cannot be ended by %', NEW.amount, held, NEW.kind
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfer_within_pending';
    END IF;
    DELETE FROM ledger_holds WHERE transfer_id = NEW.pending_id;
  ELSIF NEW.kind = 'pending' THEN
    INSERT INTO ledger_holds VALUES
      (NEW.id, NEW.created_at + make_interval(secs => NEW.timeout_seconds));
  END IF;

  pending := CASE NEW.kind WHEN 'posted' THEN 0 WHEN 'pending' THEN NEW.amount ELSE -held END;
  posted := CASE WHEN NEW.kind IN ('posted', 'post') THEN NEW.amount ELSE 0 END;

  UPDATE ledger_accounts
     SET credits_pending = credits_pending + pending,
         credits_posted = credits_posted + posted,
         transfers = transfers + 1
   WHERE id = NEW.credit_account_id
  RETURNING transfers INTO NEW.credit_position;

  content := concat_ws('|', NEW.id, NEW.kind, NEW.debit_account_id, NEW.credit_account_id,
    NEW.currency, NEW.amount, coalesce(NEW.pending_id::text, ''),
    coalesce(NEW.timeout_seconds::text, ''), NEW.code, coalesce(NEW.reference_id::text, ''),
    (extract(epoch FROM NEW.created_at) * 1000000)::bigint, NEW.credit_position);

  UPDATE ledger_accounts
     SET debits_pending = debits_pending + pending,
         debits_posted = debits_posted + posted,
         transfers = transfers + 1,
         chain_head = sha256(chain_head || convert_to(content || '|' || transfers + 1, 'UTF8'))
   WHERE id = NEW.debit_account_id
  RETURNING transfers, chain_head INTO NEW.debit_position, NEW.hash;

  RETURN NEW; -- accounts of another currency fail at the foreign keys, absent ones before
END $$;

CREATE TRIGGER ledger_transfer_apply BEFORE INSERT ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION ledger_transfer_apply();

-- ---------------------------------------------------------------------------------------------
-- Posting

-- One element of a batch. `linked`: it stands or falls with the element after it.
CREATE TYPE ledger_request AS (
  id                uuid,
  kind              ledger_transfer_kind,
  debit_account_id  uuid,
  credit_account_id uuid,
  currency          char(3),
  amount            numeric,
  pending_id        uuid,
  timeout_seconds   bigint,
  code              text,
  reference_id      uuid,
  linked            boolean
);

-- Same id: the first difference in this order, or simply 'exists'.
CREATE FUNCTION ledger_exists_code(r ledger_request, t ledger_transfers) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN r.kind <> t.kind THEN 'exists-with-different-kind'
    WHEN r.pending_id IS DISTINCT FROM t.pending_id THEN 'exists-with-different-pending-id'
    WHEN r.timeout_seconds IS DISTINCT FROM t.timeout_seconds THEN 'exists-with-different-timeout'
    WHEN r.debit_account_id IS DISTINCT FROM t.debit_account_id
      OR r.credit_account_id IS DISTINCT FROM t.credit_account_id
      THEN 'exists-with-different-accounts'
    WHEN r.currency IS DISTINCT FROM t.currency THEN 'exists-with-different-currency'
    WHEN r.amount IS DISTINCT FROM t.amount THEN 'exists-with-different-amount'
    WHEN r.reference_id IS DISTINCT FROM t.reference_id THEN 'exists-with-different-reference'
    WHEN r.code <> t.code THEN 'exists-with-different-code'
    ELSE 'exists'
  END
$$;

-- Why this pending transfer cannot be ended this way now; NULL when it can.
CREATE FUNCTION ledger_pending_code(r ledger_request, p ledger_transfers, at timestamptz)
RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  ended_by ledger_transfer_kind;
  due      boolean := p.created_at + make_interval(secs => p.timeout_seconds) <= at;
BEGIN
  IF p.id IS NULL THEN RETURN 'unknown-pending'; END IF;
  IF p.kind <> 'pending' THEN RETURN 'not-pending'; END IF;
  SELECT kind INTO ended_by FROM ledger_transfers WHERE pending_id = p.id;
  CASE ended_by
    WHEN 'post' THEN RETURN 'pending-already-posted';
    WHEN 'void' THEN RETURN 'pending-already-voided';
    WHEN 'expire' THEN RETURN 'pending-expired';
    ELSE -- still open
  END CASE;
  IF r.kind = 'expire' AND due IS NOT TRUE THEN RETURN 'pending-not-expired'; END IF;
  IF r.kind <> 'expire' AND due THEN RETURN 'pending-expired'; END IF;
  IF r.amount > p.amount THEN RETURN 'over-pending-amount'; END IF;
  RETURN NULL;
END $$;

-- Why these accounts cannot take this amount; NULL when they can.
CREATE FUNCTION ledger_balance_code(r ledger_request, d ledger_accounts, c ledger_accounts)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN r.amount + d.debits_pending + d.debits_posted > 9223372036854775807
      OR r.amount + c.credits_pending + c.credits_posted > 9223372036854775807
      THEN 'balance-overflow'
    WHEN d.debits_must_not_exceed_credits
      AND r.amount + d.debits_pending + d.debits_posted > d.credits_posted
      THEN 'insufficient-funds'
    WHEN c.credits_must_not_exceed_debits
      AND r.amount + c.credits_pending + c.credits_posted > c.debits_posted
      THEN 'exceeds-debits'
  END
$$;

-- Requires the accounts to be locked. Ensures that nothing is written unless it returns 'ok'.
CREATE FUNCTION ledger_post_one(r ledger_request, at timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  p        ledger_transfers; -- the pending transfer that this one ends
  existing ledger_transfers;
  d        ledger_accounts;
  c        ledger_accounts;
  problem  text;
BEGIN
  IF r.pending_id IS NOT NULL THEN
    SELECT * INTO p FROM ledger_transfers WHERE id = r.pending_id;
    r.debit_account_id := p.debit_account_id;
    r.credit_account_id := p.credit_account_id;
    r.currency := p.currency;
    r.amount := coalesce(r.amount, p.amount);
    r.reference_id := coalesce(r.reference_id, p.reference_id);
  END IF;

  SELECT * INTO existing FROM ledger_transfers WHERE id = r.id;
  IF FOUND THEN RETURN ledger_exists_code(r, existing); END IF;

  IF r.amount NOT BETWEEN 1 AND 9223372036854775807 OR r.amount <> trunc(r.amount) THEN
    RETURN 'amount-out-of-range';
  END IF;
  IF r.timeout_seconds NOT BETWEEN 1 AND 2147483647 THEN RETURN 'timeout-out-of-range'; END IF;

  IF r.pending_id IS NOT NULL THEN
    problem := ledger_pending_code(r, p, at);
    IF problem IS NOT NULL THEN RETURN problem; END IF;
  ELSE
    IF r.debit_account_id = r.credit_account_id THEN RETURN 'same-account'; END IF;
    SELECT * INTO d FROM ledger_accounts WHERE id = r.debit_account_id;
    IF NOT FOUND THEN RETURN 'unknown-account'; END IF;
    SELECT * INTO c FROM ledger_accounts WHERE id = r.credit_account_id;
    IF NOT FOUND THEN RETURN 'unknown-account'; END IF;
    IF d.currency <> r.currency OR c.currency <> r.currency THEN RETURN 'currency-mismatch'; END IF;
    -- Ending a hold never adds to a balance that was not already counted as pending.
    problem := ledger_balance_code(r, d, c);
    IF problem IS NOT NULL THEN RETURN problem; END IF;
  END IF;

  INSERT INTO ledger_transfers (id, kind, debit_account_id, credit_account_id, currency, amount,
    pending_id, timeout_seconds, code, reference_id, created_at)
  VALUES (r.id, r.kind, r.debit_account_id, r.credit_account_id, r.currency, r.amount,
    r.pending_id, r.timeout_seconds, r.code, r.reference_id, at);
  RETURN 'ok';
END $$;

-- All of them or none.
CREATE FUNCTION ledger_post_group(requests ledger_request[], at timestamptz) RETURNS text[]
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

-- Holds first, then accounts, each in the order of their ids: two batches never wait for each
-- other in a circle, and the expiry job, which starts from the holds, does not either.
CREATE FUNCTION ledger_lock(requests ledger_request[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r           ledger_request;
  pending_ids uuid[];
  account_ids uuid[];
BEGIN
  FOREACH r IN ARRAY requests LOOP
    account_ids := account_ids || r.debit_account_id || r.credit_account_id;
    IF r.pending_id IS NOT NULL THEN pending_ids := pending_ids || r.pending_id; END IF;
  END LOOP;
  IF pending_ids IS NOT NULL THEN
    PERFORM FROM ledger_holds WHERE transfer_id = ANY (pending_ids)
      ORDER BY transfer_id FOR UPDATE;
    account_ids := account_ids || ARRAY(
      SELECT unnest(ARRAY[debit_account_id, credit_account_id])
        FROM ledger_transfers WHERE id = ANY (pending_ids));
  END IF;
  PERFORM FROM ledger_accounts WHERE id = ANY (account_ids) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- Posts a batch in one call.
--   batch    jsonb array of ledger_request objects; amounts as text or whole numbers
--   at       the ledger's time: what expiry is measured against
--   returns  one result code for each element, in order; see lib/ledger/result.ts
-- A retried element answers 'exists' and does nothing. A failed element changes nothing, nor does
-- any element that is linked with it. Safe inside a larger transaction or function.
CREATE FUNCTION ledger_post(batch jsonb, at timestamptz DEFAULT clock_timestamp()) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
  requests ledger_request[];
  codes    text[] := '{}';
  first    integer := 1;
  last     integer;
BEGIN
  FOR first IN 0 .. jsonb_array_length(batch) - 1 LOOP
    requests := requests || jsonb_populate_record(NULL::ledger_request, batch -> first);
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

-- ---------------------------------------------------------------------------------------------
-- Expiry

-- RFC 9562 version 7. PostgreSQL has its own from 18 on.
CREATE FUNCTION ledger_uuid_v7(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Releases up to `most` holds whose time is over. Any number of callers may run it at once: they
-- share the work. Returns the ids of the pending transfers that it ended.
CREATE FUNCTION ledger_expire(at timestamptz DEFAULT clock_timestamp(), most integer DEFAULT 100)
RETURNS uuid[] LANGUAGE plpgsql AS $$
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
