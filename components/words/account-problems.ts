import type { ProblemCode } from '@/lib/api/problems';
import type { Words } from './words';

/** What a person reads about number, password and passkey of an account. */
export const ACCOUNT_WORDS = {
  'invalid-phone': {
    title: 'This number does not look right',
    body: 'Please check it. Numbers from abroad start with + and the country.',
  },
  'phone-code-refused': {
    title: 'That is not the code',
    body: 'Please check the latest message, or have a new one sent.',
  },
  'number-has-account': {
    title: 'You have been here before',
    body: 'This number has an account. Sign in with its password.',
  },
  'messages-off': {
    title: 'We cannot send messages yet',
    body: 'Please tell whoever runs this shop.',
  },
  'weak-password': {
    title: 'Too easy to guess',
    body: 'Take at least ten characters that nobody would think of first.',
  },
  'password-needed': {
    title: 'Your password, please',
    body: 'Type it, and your new limits are kept.',
  },
  'no-passkey': {
    title: 'There is no passkey yet',
    body: 'Add one under Me, or use your password or PIN.',
  },
  'passkey-refused': {
    title: 'That passkey did not work',
    body: 'Please try once more, or use your password.',
  },
  'wrong-password': { title: 'That is not the password', body: 'Please try once more.' },
} satisfies Partial<Record<ProblemCode, Words>>;
