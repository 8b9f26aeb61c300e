const PRODUCT = 'smiletopay';

/**
 * Whether a password is among the first that somebody would guess: one letter repeated, a row, the
 * own name or number, or this product's name. Long enough it is by schema; no rules of composition (NIST SP 800-63B-4, 3.1.1).
 *
 * @param phone E.164; empty where there is none
 */
export function isWeakPassword(password: string, name: string, phone: string): boolean {
  const plain = password.toLowerCase();
  return (
    new Set(plain).size < 5 ||
    (phone !== '' && plain.includes(phone.slice(-8))) ||
    plain.replaceAll(' ', '').includes(PRODUCT) ||
    plain === name.toLowerCase() ||
    /^(.{1,4})\1+$/.test(plain) ||
    /^(0?123456789|password|qwertyuiop)/.test(plain)
  );
}
