-- Challenges and the sealed records of their judgement are deleted after a while; they arrive in
-- the order of time, so the index that finds the old ones is a few kilobytes.
CREATE INDEX challenges_age ON challenges USING brin (issued_at);
