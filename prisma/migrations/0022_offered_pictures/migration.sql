-- The picture of a face check that asked for the PIN, sealed like a template, for whoever pays with
-- the PIN and then asks to be remembered like this. Only pictures that fit the enrolment are kept.
CREATE TABLE offered_pictures (
  challenge_id uuid PRIMARY KEY REFERENCES challenges (id) ON DELETE CASCADE,
  payment_id uuid NOT NULL REFERENCES payments (id) ON DELETE CASCADE,
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  taken_at timestamptz NOT NULL
);

CREATE INDEX offered_pictures_payment_idx ON offered_pictures (payment_id);
CREATE INDEX offered_pictures_shopper_idx ON offered_pictures (shopper_id);
CREATE INDEX offered_pictures_taken_idx ON offered_pictures (taken_at);
