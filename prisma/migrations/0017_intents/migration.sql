-- What a challenge is answered for is an intent (lib/intents/intent.ts). Older rows hold the binding
-- of protocol version 3; none of them can be answered any more.
ALTER TABLE challenges RENAME COLUMN binding TO intent;
