import { DAY_MS, HOUR_MS, MINUTE_MS, type Limit, type Rule } from './attempts';

const within = (attemptsMax: number, withinMs: number): Limit => ({ attemptsMax, withinMs });
const windows = <const L extends readonly [Limit, ...Limit[]]>(...limits: L) =>
  ({ kind: 'windows', limits }) as const;

/**
 * How often each kind of subject may be attempted. An attempt counts against several subjects at
 * once: the person at one place, the person at all places that anybody can reach, and the place
 * with whatever people. A person's own phone, session and known device are places of their own, so
 * that nobody else's attempts close them. Reasons and figures: docs/decisions/0040.
 */
export const LIMITS = {
  'face:person': { kind: 'row' },
  'face:device': windows(within(5, 30_000), within(8, 5 * MINUTE_MS), within(20, HOUR_MS)),
  'face:address': windows(within(5, 30_000), within(8, 5 * MINUTE_MS), within(20, HOUR_MS)),

  /** Faces that were near, and waited for a PIN; the PIN takes them back. */
  'step-up:person': windows(within(5, HOUR_MS), within(15, DAY_MS)),
  'step-up:device': windows(within(10, 10 * MINUTE_MS), within(40, HOUR_MS)),
  'step-up:address': windows(within(20, 10 * MINUTE_MS), within(80, HOUR_MS)),

  'pin:own-phone': windows(within(5, 15 * MINUTE_MS), within(20, DAY_MS)),
  'pin:person-at-terminal': windows(within(5, 15 * MINUTE_MS)),
  'pin:person-at-counters': windows(within(20, DAY_MS)),
  'pin:terminal': windows(within(10, 10 * MINUTE_MS), within(20, HOUR_MS), within(60, DAY_MS)),
  'pin:recovery': windows(within(3, 15 * MINUTE_MS), within(5, DAY_MS)),
  'pin:address': windows(within(30, 15 * MINUTE_MS), within(200, DAY_MS)),

  'password:signed-in': windows(within(5, 15 * MINUTE_MS), within(20, DAY_MS)),
  'password:known-device': windows(within(5, 15 * MINUTE_MS), within(20, DAY_MS)),
  'password:person-at-address': windows(within(5, 15 * MINUTE_MS)),
  'password:person': windows(within(50, DAY_MS)),
  'password:address': windows(within(20, 15 * MINUTE_MS), within(200, DAY_MS)),

  /** Six digits of a member of the staff, on a tablet that a colleague is signed in on. */
  'staff-code:member': windows(within(5, 15 * MINUTE_MS), within(20, DAY_MS)),
  'staff-code:store': windows(within(20, 15 * MINUTE_MS), within(100, DAY_MS)),

  'pairing-code:address': windows(within(10, 10 * MINUTE_MS)),
  // 30^8 codes: with ten of them open at once, a whole year of this finds one with 1 in 1,200.
  'pairing-code:all': windows(within(1_000, 10 * MINUTE_MS)),
  /** 256 random bits, so this only keeps the door quiet. */
  'invitation:address': windows(within(10, 10 * MINUTE_MS)),
  /** As many receipts as a household looks at. */
  'receipt:address': windows(within(60, MINUTE_MS), within(600, HOUR_MS)),
  'setup-token:address': windows(within(10, 10 * MINUTE_MS)),

  /** Codes that were sent to a number, and guesses at them. */
  'phone-code:number': windows(within(3, 15 * MINUTE_MS), within(8, DAY_MS)),
  'phone-code:address': windows(within(20, MINUTE_MS), within(200, HOUR_MS)),
  'phone-code-guess:number': windows(within(5, 10 * MINUTE_MS), within(20, DAY_MS)),
  'phone-code-guess:address': windows(within(30, 10 * MINUTE_MS), within(200, DAY_MS)),

  /** Challenges for a sign-in, each a row for five minutes. */
  'passkey:address': windows(within(30, MINUTE_MS), within(300, HOUR_MS)),

  /** Not a secret: every new account counts, also those that were made. */
  'sign-up:address': windows(within(20, MINUTE_MS), within(200, HOUR_MS)),
} as const satisfies Record<string, Rule>;

export type SubjectKind = keyof typeof LIMITS;

/** After every so many wrong secrets at one place their owner is told. */
export const TELL_OWNER_EVERY = 5;

/** Refusals at one terminal that look like an attack rather than bad light or a slip. */
export const ALARM_AFTER = {
  faces: within(3, 10 * MINUTE_MS),
  pins: within(5, 10 * MINUTE_MS),
} as const satisfies Record<string, Limit>;

export type AttackCause = keyof typeof ALARM_AFTER;
/** Why staff should have a look; the last one is a fault of ours and no attack. */
export type AlarmCause = AttackCause | 'unreadable-face';

/** What happened an hour ago cannot be looked at any more. */
export const ALARM_SHOWN_MS = HOUR_MS;
