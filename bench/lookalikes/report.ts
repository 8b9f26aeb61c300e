import type { Encounter, DigitsEncounter, World } from './play';
import { rateOf, type Rate } from './rates';

/** What the decision made of honest people and of others. Absent where nobody tried. */
export interface LookAlikesReport {
  /** Honest people who paid with the face alone. */
  readonly outright: Rate | undefined;
  /** Honest people who were asked for a PIN too. */
  readonly stepUp: Rate | undefined;
  /** Honest people who were not known. */
  readonly refused: Rate | undefined;
  /** Others who would have paid with the face alone. */
  readonly falseAccepts: Readonly<Record<World, Rate | undefined>>;
  /** Others who were asked for a PIN, which they do not have. */
  readonly falseStepUps: Readonly<Record<World, Rate | undefined>>;
}

/** @param group those people alone: both the claimed person and the visitor are of it. */
export function reportOf(
  encounters: readonly Encounter[],
  group?: readonly string[],
): LookAlikesReport {
  const some = group
    ? encounters.filter(
        ({ claimed, visitor }) => group.includes(claimed) && group.includes(visitor),
      )
    : encounters;
  const share = (world: Encounter['world'], kind: Encounter['kind']) =>
    rateOf(
      some
        .filter((one) => one.world === world)
        .map((one) => ({ people: peopleIn(one), hit: one.kind === kind })),
    );
  const inWorlds = (kind: Encounter['kind']) => ({
    enrolled: share('enrolled', kind),
    unknown: share('unknown', kind),
    lonely: share('lonely', kind),
  });
  return {
    outright: share('genuine', 'accept'),
    stepUp: share('genuine', 'step-up'),
    refused: share('genuine', 'unknown'),
    falseAccepts: inWorlds('accept'),
    falseStepUps: inWorlds('step-up'),
  };
}

function peopleIn({ world, claimed, visitor }: Encounter): readonly string[] {
  return world === 'genuine' ? [claimed] : [claimed, visitor];
}

/** Counts of tries with the last four digits. */
export interface DigitsReport {
  /** How many people the digits left. */
  readonly size: number;
  readonly outright: Rate | undefined;
  readonly stepUp: Rate | undefined;
  readonly refused: Rate | undefined;
  /** Honest people who would have paid from somebody else's account. */
  readonly mistaken: Rate | undefined;
  /** Strangers who would have paid from anybody's. */
  readonly strangers: Rate | undefined;
}

export function digitsReportOf(
  size: number,
  genuine: readonly DigitsEncounter[],
  stranger: readonly DigitsEncounter[],
): DigitsReport {
  const share = (tries: readonly DigitsEncounter[], outcome: DigitsEncounter['outcome']) =>
    rateOf(tries.map((one) => ({ people: [one.visitor], hit: one.outcome === outcome })));
  return {
    size,
    outright: share(genuine, 'own'),
    stepUp: share(genuine, 'stepped-up'),
    refused: share(genuine, 'nobody'),
    mistaken: share(genuine, 'somebody-else'),
    strangers: share(stranger, 'somebody-else'),
  };
}

/** What a set of photos must show. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly holds: boolean;
}

const OUTRIGHT_MIN = 0.98;
const REFUSED_MAX = 0.002;

/** Whether enough honest people get through, and nobody else. @ensures what was not tried fails. */
export function barsOf(all: LookAlikesReport, group: LookAlikesReport): Bar[] {
  const atLeast = (name: string, rate: Rate | undefined, bound: number): Bar => {
    const value = rate?.rate ?? NaN;
    return { name, value, bound, holds: value >= bound };
  };
  const none = (name: string, { enrolled, unknown, lonely }: LookAlikesReport['falseAccepts']) => {
    const value = [enrolled, unknown, lonely].reduce((sum, one) => sum + (one?.count ?? NaN), 0);
    return { name, value, bound: 0, holds: value === 0 };
  };
  const refused = all.refused?.rate ?? NaN;
  return [
    atLeast('outright', all.outright, OUTRIGHT_MIN),
    { name: 'refused', value: refused, bound: REFUSED_MAX, holds: refused <= REFUSED_MAX },
    none('false-accepts', all.falseAccepts),
    none('false-accepts-in-group', group.falseAccepts),
  ];
}
