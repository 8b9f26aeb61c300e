import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';
import { isWeakPassword } from '@/lib/access/weak-password';

/** Nearly 50,000 passwords that people chose most, from leaks. */
const COMMON = new Set(dictionary['passwords-common']);

/**
 * Whether a new password may be taken: not among the commonest, and not what somebody would guess
 * of this person (NIST SP 800-63B-4, 3.1.1.2).
 *
 * @param phone E.164; empty where there is none
 */
export function isAcceptablePassword(password: string, name: string, phone: string): boolean {
  return !COMMON.has(password.toLowerCase()) && !isWeakPassword(password, name, phone);
}
