-- Where a merchant's day begins and ends: statements are by the day of the shop.
ALTER TABLE merchants ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC';
UPDATE merchants SET time_zone = CASE currency
  WHEN 'CNY' THEN 'Asia/Shanghai'
  WHEN 'EUR' THEN 'Europe/Berlin'
  WHEN 'JPY' THEN 'Asia/Tokyo'
  WHEN 'USD' THEN 'America/New_York'
  ELSE 'UTC' END;
