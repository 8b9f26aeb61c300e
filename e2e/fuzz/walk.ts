import type { Queryable } from '@/lib/server/db/queryable';
import type { ProblemCode } from '@/lib/api/problems';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import { ask, type Outcome } from './ask';
import { changedBetween, FOR_WRONG_ACTORS, readState, untilDelivered } from './state';
import { makeWorld, type Thing, type Walker, type World } from './walkers';
import { type SentBody, withForeignIds, workingBodyOf } from './working-bodies';

export interface Walked {
  /** That had to be refused. */
  readonly requests: number;
  /** What was not refused, faults, tables that changed, and routes that refuse their own actor. */
  readonly missed: readonly string[];
}

/** What is not theirs does not exist, or is not allowed. */
const REFUSED = [401, 403, 404];
/** An id that a client makes itself may be taken: nothing is told of by whom. */
const TAKEN: readonly ProblemCode[] = ['id-reused'];
/** Refused before anything was looked for: such a request proves nothing. */
const NOT_LET_IN = [...REFUSED, 400, 405, 413, 415];

/** Nobody of the right kind is let in here: the demo's installation is set up already. */
const CLOSED: readonly RouteName[] = ['POST /api/setup'];
/** Where the phone of any guest may act for what a counter asks for. */
const BY_QR_CODE: readonly RouteName[] = [
  'GET /api/payments/:id',
  'POST /api/payments/:id/challenge',
  'POST /api/payments/:id/passkey',
  'POST /api/payments/:id/passkey/options',
  'POST /api/payments/:id/pin',
];

/** Some answers take a set time; none of these requests changes what another one finds. */
const AT_ONCE = 12;

interface Step {
  readonly route: RouteName;
  readonly walker: Walker;
  readonly id?: string;
  readonly body: SentBody | undefined;
  /** Which id is not theirs; undefined when they are the wrong kind of actor. */
  readonly foreign?: 'in the path' | 'in the body';
}

/**
 * Asks every route as everybody whom it is not for, and as everybody whom it is for with the ids of
 * what belongs to others, in the path and in the body. Then the owners ask the same about what is
 * theirs, and must be let in: otherwise it was the request that was refused, not who asked.
 *
 * @ensures every id in a path is that of a real order, payment, counter, alarm or own phone
 */
export async function walk(origin: string, db: Queryable): Promise<Walked> {
  const world = await makeWorld(origin, db);
  await untilDelivered(db);
  const steps = routes().flatMap((route) => wrongSteps(route, world));
  const before = await readState(db, FOR_WRONG_ACTORS);
  const missed: string[] = [];
  for (let i = 0; i < steps.length; i += AT_ONCE) {
    const some = steps.slice(i, i + AT_ONCE);
    const outcomes = await Promise.all(
      some.map(async (step) => [step, await askAs(origin, step)] as const),
    );
    for (const [step, outcome] of outcomes) {
      if (!isRefused(outcome, step)) missed.push(wordsOf(step, outcome));
    }
  }
  const changed = changedBetween(before, await readState(db, FOR_WRONG_ACTORS));
  missed.push(...changed.map((table) => `wrong actors: ${table} changed`));
  for (const route of routes().toSorted(byWhatTheyEnd)) {
    const refusal = await refusalOfOwners(origin, route, world);
    if (refusal !== undefined) missed.push(refusal);
  }
  return { requests: steps.length, missed };
}

function routes(): readonly RouteName[] {
  return Object.keys(PERMISSIONS) as RouteName[];
}

function wrongSteps(route: RouteName, { walkers, things }: World): readonly Step[] {
  const targets = targetsOf(route, things);
  return walkers.flatMap((walker): readonly Step[] => {
    const { name, own, kinds } = walker;
    const step = { route, walker };
    if (!kinds.includes(PERMISSIONS[route])) {
      const some = targets.filter((thing) => isMain(thing));
      if (some.length > 0) return some.map((thing) => ({ ...step, ...about(route, thing) }));
      return [{ ...step, body: bodyOfAnybody(route, things) }];
    }
    const inPath = targets
      .filter((thing) => !thing.isOf.includes(name) && !mayTakeOver(route, walker, thing))
      .map((thing): Step => ({ ...step, ...about(route, thing), foreign: 'in the path' }));
    if (own === null) return inPath;
    const { id } = targets.find((thing) => thing.belongings === own && isMain(thing)) ?? {};
    const inBody = belongingsOfOthers(walker, walkers)
      .flatMap((theirs) => withForeignIds(route, own, theirs))
      .map((body): Step => ({ ...step, id, body, foreign: 'in the body' }));
    return [...inPath, ...inBody];
  });
}

/** @throws when the path has an id of something that `makeWorld` does not make */
function targetsOf(route: RouteName, things: readonly Thing[]): readonly Thing[] {
  const collection = /\/([^/]+)\/:id/.exec(route)?.[1];
  if (collection === undefined) return [];
  const targets = things.filter((thing) => thing.collection === collection);
  if (targets.length === 0) throw new Error(`${route}: there are no ${collection} to ask for`);
  return targets;
}

function about(route: RouteName, { id, belongings }: Thing) {
  return { id, body: workingBodyOf(route, belongings) };
}

function bodyOfAnybody(route: RouteName, [thing]: readonly Thing[]): SentBody | undefined {
  return thing && workingBodyOf(route, thing.belongings);
}

/** Of somebody's orders the one that may be refunded, of their payments the one that may be paid. */
function isMain({ belongings, collection, id }: Thing): boolean {
  const { unpaid, accepted } = belongings.orders;
  if (collection === 'payments') return id === unpaid.paymentId;
  return collection !== 'orders' || id === accepted.id;
}

/** To staff, what is of another counter of their store is their own. */
function belongingsOfOthers({ own, kinds }: Walker, walkers: readonly Walker[]) {
  const all = new Set(walkers.flatMap((walker) => walker.own ?? []));
  return [...all].filter(
    (theirs) => theirs !== own && !(kinds.includes('staff') && theirs.storeId === own?.storeId),
  );
}

function mayTakeOver(route: RouteName, { kinds }: Walker, { isAtCounter }: Thing): boolean {
  return isAtCounter && kinds.includes('shopper') && BY_QR_CODE.includes(route);
}

function isRefused({ status, code, fault }: Outcome, { foreign }: Step): boolean {
  if (fault !== undefined) return false;
  if (REFUSED.includes(status)) return true;
  return foreign === 'in the body' && code !== undefined && TAKEN.includes(code);
}

/** What ends a key or a tablet comes late, and what ends a person last: nobody asks afterwards. */
function byWhatTheyEnd(a: RouteName, b: RouteName): number {
  const ends = (route: RouteName) =>
    route === 'POST /api/me/close' ? 2 : Number(/^DELETE|unpair$/.test(route));
  return ends(a) - ends(b);
}

/** @returns undefined when one of those whom it is for is let in, with something of their own */
async function refusalOfOwners(
  origin: string,
  route: RouteName,
  { walkers, things }: World,
): Promise<string | undefined> {
  const kind = PERMISSIONS[route];
  if (kind === 'anyone' || CLOSED.includes(route)) return undefined;
  const targets = targetsOf(route, things);
  let last = `${route}: nobody asked for what is theirs`;
  for (const walker of walkers.filter(({ kinds }) => kinds.includes(kind))) {
    const { own } = walker;
    if (own === null) continue;
    const mine = targets.filter((thing) => thing.isOf.includes(walker.name));
    const steps: readonly Step[] = route.includes(':id')
      ? mine.map((thing) => ({ route, walker, ...about(route, thing) }))
      : [{ route, walker, body: workingBodyOf(route, own) }];
    for (const step of steps) {
      const outcome = await askAs(origin, step);
      if (outcome.fault === undefined && !NOT_LET_IN.includes(outcome.status)) return undefined;
      last = `${wordsOf(step, outcome)}, although it is theirs`;
    }
  }
  return last;
}

function wordsOf({ route, walker, foreign }: Step, { status, code, fault }: Outcome): string {
  const whose = foreign === undefined ? '' : `, another's id ${foreign}`;
  return `${route} as ${walker.name}${whose}: ${fault ?? `${status} ${code ?? ''}`.trim()}`;
}

function askAs(origin: string, { route, walker, id = '', body }: Step): Promise<Outcome> {
  const [method = '', path = ''] = route.split(' ');
  const { cookie, device, address = '' } = walker.browser;
  return ask(origin, {
    method,
    path: path.replace(':id', id).replace(':day', '2026-11-01'),
    headers: {
      ...{ cookie, 'x-forwarded-for': address },
      ...(body && { 'content-type': 'application/json' }),
    },
    device,
    bytes: body && new TextEncoder().encode(JSON.stringify(body)),
  });
}
