import type { APIRequestContext } from '@playwright/test';
import { runAttack } from './browser-kinds';
import type { Original } from './forge';
import {
  edited,
  forAnother,
  fromAnotherDevice,
  othersDescriptors,
  withoutDevice,
} from './http/deliveries';
import { hillClimbing, madeUpDescriptors, takenTerminal } from './http/forging';
import { late, replayed } from './http/stale';
import { tamper, type Controls } from './http/tampering';
import { ATTACK_NAMES } from './kinds';
import type { Lab } from './lab';
import type { Try } from './tally';

/** What an attack by bare HTTP may use besides. */
export interface Means {
  /** No cookies at all. */
  readonly bare: APIRequestContext;
  readonly controls: Controls;
  /** The attacker's own genuine traces, collected when first asked for. */
  readonly originals: () => Promise<readonly Original[]>;
  readonly climbs: number;
}

type Run = (lab: Lab, means: Means) => Promise<Try[]>;

/** Known to be open, bounded by other means, and reported outside of the bars. */
const KNOWN_GAPS = ['virtual-camera', 'virtual-camera-colours', 'taken-terminal'] as const;

const HTTP: Readonly<Record<string, Run>> = {
  'evidence-replayed': (lab, { controls }) => replayed(lab, controls),
  'evidence-edited': (lab, { controls }) => tamper(lab, controls, edited(lab)),
  'other-payment': (lab, { controls }) => tamper(lab, controls, forAnother(lab, 'payment')),
  'other-amount': (lab, { controls }) => tamper(lab, controls, forAnother(lab, 'amount')),
  late,
  'another-device': (lab, { controls }) => tamper(lab, controls, fromAnotherDevice(lab)),
  'no-device': (lab, { controls, bare }) => tamper(lab, controls, withoutDevice(lab, bare)),
  'anothers-descriptors': (lab, { controls }) => tamper(lab, controls, othersDescriptors(lab)),
  'made-up-descriptors': async (lab, { originals }) => madeUpDescriptors(lab, await originals()),
  'hill-climbing': async (lab, { originals, climbs }) =>
    hillClimbing(lab, await originals(), { tries: climbs, budgets: 'forgotten' }),
  'taken-terminal': async (lab, { originals }) => takenTerminal(lab, await originals()),
  // Last: what it leaves behind would stop all others.
  'hill-climbing-budgets': async (lab, { originals, climbs }) =>
    hillClimbing(lab, await originals(), { tries: climbs, budgets: 'in force' }),
};

/** Every kind, in the order in which they run. */
export const KINDS: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(ATTACK_NAMES.map((kind) => [kind, (lab: Lab) => runAttack(lab, kind)])),
  ...HTTP,
};

export function isKnownGap(kind: string): boolean {
  return KNOWN_GAPS.some((gap) => gap === kind);
}

export function onlyOnce(collect: () => Promise<readonly Original[]>): Means['originals'] {
  let collected: Promise<readonly Original[]> | undefined;
  return () => (collected ??= collect());
}
