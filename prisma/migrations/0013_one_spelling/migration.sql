-- payment_commit and order_commit changed with this: prisma/functions.

-- What somebody may have too many of is counted under the row of whom it belongs to.
CREATE INDEX orders_open_of_terminal ON orders (terminal_id) WHERE state = 'open';
CREATE INDEX orders_open_of_shopper ON orders (shopper_id) WHERE state = 'open';
CREATE INDEX pairing_codes_of_store ON pairing_codes (store_id);
