ALTER TABLE outbox RENAME COLUMN told TO delivered_to;
