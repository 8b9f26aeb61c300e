import type { ProblemCode } from '@/lib/api/problems';
import { problemWords } from '@/components/words/problems';
import type { Words } from '@/components/words/words';

/** Where the usual words speak of the counter, but the reader holds the phone itself. */
const ON_THE_PHONE: Partial<Record<ProblemCode, Words>> = {
  'device-unknown': {
    title: 'Please sign in once more',
    body: 'Nothing was paid. Sign in, so that we know this phone again, then smile.',
  },
  'face-unknown': {
    title: 'We did not recognise you',
    body: 'Nothing was paid. Try again with light from the front, or use your PIN.',
  },
  'wait-a-little': {
    title: 'Let us take a short break',
    body: 'Nothing was paid. Wait a little before the next smile, or use your PIN right now.',
  },
  'use-another-way': {
    title: 'Let us take another way',
    body: 'The smile does not work today. Your PIN costs just the same.',
  },
  'no-face-enrolled': {
    title: 'We have not met your smile yet',
    body: 'Pay with your PIN for now, or add your face first.',
  },
  'pin-not-set': {
    title: 'This one needs your PIN too',
    body: 'Nothing was paid. Set a PIN under Me, then come back and pay.',
  },
  'insufficient-funds': {
    title: problemWords('insufficient-funds').title,
    body: 'Nothing was paid. Top up right here, then try again.',
  },
  'account-frozen': {
    title: 'Your wallet is frozen',
    body: 'Nothing was paid, and nothing can be until it is unfrozen.',
  },
};

/** @returns kind words and a way on, for whoever reads them on the own phone. */
export function phoneWords(code: ProblemCode): Words {
  return ON_THE_PHONE[code] ?? problemWords(code);
}
