-- A closed account takes its challenges with it; without an index each would be searched for.
CREATE INDEX passkey_challenges_of_shopper ON passkey_challenges (shopper_id);
