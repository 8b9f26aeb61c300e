import type { ProblemCode } from '@/lib/api/problems';
import { ACCOUNT_WORDS } from './account-problems';
import type { Words } from './words';

/** What a person reads for each code. A new code without words does not compile. */
const WORDS: Record<ProblemCode, Words> = {
  'malformed-request': ours(),
  'method-not-allowed': ours(),
  'request-too-slow': {
    title: 'That took too long',
    body: 'Nothing is lost. Check the connection and try again.',
  },
  'headers-too-large': ours(),
  'malformed-json': ours(),
  'invalid-request': {
    title: 'Something is missing',
    body: 'Please look over what you typed and try once more.',
  },
  'body-too-large': ours(),
  'unsupported-media-type': ours(),
  'cross-site': {
    title: 'Please open this page again',
    body: 'It was opened from somewhere else. Load it afresh and carry on.',
  },
  'idempotency-key-malformed': ours(),
  'idempotency-key-reused': ours(),
  'idempotency-key-in-use': ours(),
  'rate-limited': {
    title: 'Let us take a short break',
    body: 'There were too many tries from here. Please try again in a few minutes.',
  },
  busy: {
    title: 'Many people are here just now',
    body: 'Nothing is lost. Please try again in a few seconds.',
  },
  internal: ours(),
  unavailable: {
    title: 'We cannot be reached just now',
    body: 'Nothing is lost. Check the connection and try again.',
  },

  'host-unknown': {
    title: 'This is not our address',
    body: 'Please open the page under the address that you were given.',
  },
  'sign-in-refused': {
    title: 'That does not fit together',
    body: 'Please check what you typed. After several wrong tries, wait a few minutes.',
  },
  'not-signed-in': { title: 'Please sign in', body: 'Sign in, and you can carry on right here.' },
  'sign-in-again': {
    title: 'Please sign in once more',
    body: 'This is for your eyes only: type your password again, and carry on right here.',
  },
  'device-unknown': {
    title: 'This counter must be paired again',
    body: 'Please tell the staff. Your PIN and your phone work all the same.',
  },
  'proof-required': pairAgain(),
  'proof-refused': pairAgain(),
  'proof-time': {
    title: 'The clock of this tablet is off',
    body: 'Nothing is lost. Please try once more, or set the clock of the tablet.',
  },
  'proof-used': again(),
  'terminal-not-paired': {
    title: 'This counter is not paired',
    body: 'Ask the staff for a code and pair it again.',
  },
  'not-allowed': {
    title: 'This is not yours to do',
    body: 'Ask someone who looks after the store.',
  },
  'not-found': { title: 'There is nothing here', body: 'It may have moved, or it is not yours.' },

  ...ACCOUNT_WORDS,

  'consent-required': {
    title: 'We ask you first',
    body: 'Please read and accept how we keep your face before we look at it.',
  },
  'challenge-unknown': again(),
  'challenge-used': again(),
  'challenge-expired': { title: 'That took a little long', body: 'Let us start afresh.' },
  'try-again': {
    title: 'Nearly there',
    body: 'Let us try once more. Good light from the front helps.',
  },
  'more-light': {
    title: 'It is a little dark',
    body: 'Turn towards a light and try once more, or take another way.',
  },
  'face-unknown': {
    title: 'We did not recognise you',
    body: 'Nothing was paid. Check the digits, try again, or pay another way.',
  },
  'one-more-thing': {
    title: 'One more thing: your PIN',
    body: 'Nothing was paid yet. Type your PIN, or finish on your own phone.',
  },
  'wait-a-little': {
    title: 'Let us take a short break',
    body: 'Nothing was paid. Wait a little before the next smile, or pay another way right now.',
  },
  'use-another-way': {
    title: 'Let us take another way',
    body: 'The smile does not work today. Your PIN or your phone costs just the same.',
  },
  'face-held': {
    title: 'We have a look at your face first',
    body: 'It takes a little while. Your PIN costs just the same.',
  },
  'no-face-enrolled': {
    title: 'We have not met your smile yet',
    body: 'Pay with your PIN for now, and add your face on your phone if you like.',
  },

  'pin-not-set': {
    title: 'There is no PIN yet',
    body: 'Set one on your phone under Me, or pay another way.',
  },
  'weak-pin': {
    title: 'Too easy to guess',
    body: 'Take six digits that are no row, no date and no part of your phone number.',
  },
  'pin-refused': {
    title: 'Number and PIN do not fit together',
    body: 'Please check both and try again.',
  },
  'pin-locked': {
    title: 'The PIN takes a rest',
    body: 'There were too many wrong tries. Wait a while or pay another way.',
  },

  'empty-order': { title: 'Nothing in the order yet', body: 'Pick something nice first.' },
  'unknown-product': {
    title: 'The menu has changed',
    body: 'Something you picked is gone. Please choose again.',
  },
  'sold-out': {
    title: 'Just sold out',
    body: 'Something you picked is gone for today. Please choose again.',
  },
  'wrong-options': {
    title: 'The menu has changed',
    body: 'Please pick the options once more.',
  },
  'too-many-unpaid': {
    title: 'Some orders are still open',
    body: 'Please pay or cancel one of them first, or wait a few minutes.',
  },
  'id-reused': {
    title: 'This order has changed',
    body: 'Please go back to the order and pay again.',
  },
  'intent-changed': {
    title: 'This order has changed',
    body: 'Nothing was paid. Please look at the amount once more and pay again.',
  },
  'payment-open': {
    title: 'A payment is not over yet',
    body: 'Please wait until it is paid, delivered or given back, and close the account then.',
  },
  'wrong-state': {
    title: 'This has moved on',
    body: 'Someone was a moment faster. Here is how it stands now.',
  },
  'insufficient-funds': {
    title: 'Not enough in the wallet',
    body: 'Nothing was paid. Top up on your phone, then try again.',
  },
  'new-face-needed': {
    title: 'Please take new pictures first',
    body: 'Somebody may have paid with your old ones. Under Me, take new pictures of your face, or delete it; then unfreeze your wallet.',
  },
  'account-frozen': {
    title: 'The wallet is frozen',
    body: 'Nothing was paid. Unfreeze it on your phone to pay again.',
  },
  'over-refund': {
    title: 'That is more than was paid',
    body: 'Please choose a smaller amount.',
  },
  'nothing-left': {
    title: 'Then nothing is left',
    body: 'Reject the order instead: the guest gets all the money back.',
  },
  'merchant-balance-low': {
    title: 'Not enough in your balance',
    body: 'Some of it was paid out already. Try a smaller amount, or wait for new sales.',
  },
  'amount-out-of-range': {
    title: 'This amount does not work',
    body: 'Please choose another amount.',
  },

  'pairing-code-invalid': {
    title: 'This code does not work',
    body: 'Each code works once and not for long. Please ask for a new one.',
  },
  'manager-needed': {
    title: 'Please ask a manager',
    body: 'So much is given back by a manager or the owner.',
  },
  'works-here-already': {
    title: 'They work here already',
    body: 'Somebody with this email is in your team.',
  },
  'too-many-invitations': {
    title: 'Many people are invited already',
    body: 'Wait until some have joined, or for three days.',
  },
  'invitation-invalid': {
    title: 'This link does not work any more',
    body: 'It works once, for three days. Please ask for a new one.',
  },
  'receipt-gone': {
    title: 'This link does not work any more',
    body: 'Whoever shared the receipt has ended it. Please ask them for a new one.',
  },
  'setup-closed': {
    title: 'This store is set up already',
    body: 'Sign in as staff, or use the newest link from the start of the program.',
  },
};

/** @returns kind words and a way on for a failed request. */
export function problemWords(code: ProblemCode): Words {
  return WORDS[code];
}

function ours(): Words {
  return {
    title: 'That did not work',
    body: 'It is our fault, not yours. Please try again in a moment.',
  };
}

function pairAgain(): Words {
  return {
    title: 'This counter must be paired again',
    body: 'Please tell the staff. It takes a minute, and what you picked stays.',
  };
}

function again(): Words {
  return { title: 'Let us start afresh', body: 'This try is over. Please begin again.' };
}
