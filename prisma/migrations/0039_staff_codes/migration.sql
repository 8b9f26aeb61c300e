-- Six digits of a member's own, with which they take over a tablet that a colleague is signed in on
-- (docs/decisions/0056). argon2id; null: none is set.
ALTER TABLE staff ADD COLUMN code_hash text;
