/**
 * Every answer that the ledger gives to a transfer, in the order of precedence: of all that is
 * wrong with it, the first is told. Modelled on TigerBeetle's `create_transfers` results
 * (docs.tigerbeetle.com/reference/requests/create_transfers). The SQL function `ledger_post`
 * returns these texts.
 */
export const RESULT_DESCRIPTIONS = {
  ok: 'posted now',
  'linked-failed': 'another transfer of its group failed, so nothing of the group was posted',
  'linked-chain-open': 'the batch ends in the middle of a group',
  'exists-with-different-kind': 'the id was used by a transfer of another kind',
  'exists-with-different-pending-id': 'the id was used to end another hold',
  'exists-with-different-timeout': 'the id was used with another timeout',
  'exists-with-different-accounts': 'the id was used between other accounts',
  'exists-with-different-currency': 'the id was used with another currency',
  'exists-with-different-amount': 'the id was used with another amount',
  'exists-with-different-reference': 'the id was used for something else',
  'exists-with-different-code': 'the id was used with another code',
  exists: 'posted before, by an equal transfer: a retry, nothing to do',
  'amount-out-of-range': 'not a whole number of minor units from 1 to 2^63-1',
  'timeout-out-of-range': 'not a whole number of seconds from 1 to 2^31-1',
  'unknown-pending': 'there is no transfer with the pending id',
  'not-pending': 'the pending id is of a transfer that holds nothing',
  'pending-already-posted': 'the hold was taken before',
  'pending-already-voided': 'the hold was voided before',
  'pending-expired': "the hold's time is over",
  'pending-not-expired': "the hold's time is not over yet, or it has none",
  'over-pending-amount': 'more than the hold',
  'same-account': 'from an account to itself',
  'unknown-account': 'an account does not exist',
  'currency-mismatch': 'an account is of another currency',
  'balance-overflow': 'a balance would pass 2^63-1',
  'insufficient-funds': 'the debit account may not be overdrawn',
  'exceeds-debits': 'the credit account may not take in more than it gave',
} as const satisfies Record<string, string>;

export type ResultCode = keyof typeof RESULT_DESCRIPTIONS;

export const RESULT_CODES = Object.keys(RESULT_DESCRIPTIONS) as ResultCode[];

export function isResultCode(text: string): text is ResultCode {
  return Object.hasOwn(RESULT_DESCRIPTIONS, text);
}

/** Whether the transfer is in the books, by this call or by an earlier one. */
export function isDone(code: ResultCode): code is 'ok' | 'exists' {
  return code === 'ok' || code === 'exists';
}

/**
 * Why a change of a payment was not committed: what broke its transfers or, when nothing did, that
 * some of them were in the books before. Undefined when all were posted now.
 */
export function refusalOf(codes: readonly ResultCode[]): ResultCode | undefined {
  return failureOf(codes) ?? codes.find((code) => code !== 'ok');
}

/** Why a group failed: the code of the transfer that broke it. Undefined when it is in the books. */
export function failureOf(codes: readonly ResultCode[]): ResultCode | undefined {
  const failures = codes.filter((code) => !isDone(code));
  return failures.find((code) => code !== 'linked-failed') ?? failures[0];
}
