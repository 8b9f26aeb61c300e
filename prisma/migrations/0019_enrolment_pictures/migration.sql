-- Pictures of an enrolment that is not complete yet, one for each face check, sealed like a template.
CREATE TABLE enrolment_pictures (
  challenge_id uuid PRIMARY KEY REFERENCES challenges (id) ON DELETE CASCADE,
  shopper_id uuid NOT NULL REFERENCES shoppers (id) ON DELETE CASCADE,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  taken_at timestamptz NOT NULL
);

CREATE INDEX enrolment_pictures_shopper_idx ON enrolment_pictures (shopper_id, taken_at);
CREATE INDEX enrolment_pictures_taken_idx ON enrolment_pictures (taken_at);
