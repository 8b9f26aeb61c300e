import { setTimeout as sleep } from 'node:timers/promises';
import { evidenceSchema } from '@/lib/liveness/evidence';
import { fuse, type Descriptor } from '@/lib/recognition/descriptor';
import { actAs } from '@/testing/actor/stage';
import { anybody } from '../people';
import { forge, nudged, randomDescriptor, type Original } from '../forge';
import type { Stager } from '../kinds';
import { captureFor, tryOf, type Lab } from '../lab';
import type { Try } from '../tally';

/** The attacker's own face, claimed as the own: only its trace is wanted. */
const ATTACKER = 'fay';
const VICTIM = 'ana';
const ORIGINALS = 6;
/** At once: each waits until its trace can have happened. Five would spend the budget. */
const AT_ONCE = 4;

const calmly: Stager = (face, _steps, random) => {
  const how = { ...anybody(random), reactionMs: 600, light: 1, noise: 2, scale: 1 };
  return { claimed: face, variant: { how }, play: (page) => actAs(page, { ...how, face }) };
};

/** Genuine traces to forge from: short ones, none of them ever sent. */
export async function collectOriginals(lab: Lab): Promise<Original[]> {
  return collect(lab, ATTACKER, ORIGINALS);
}

async function collect(lab: Lab, face: 'ana' | 'fay', count: number): Promise<Original[]> {
  const originals: Original[] = [];
  while (originals.length < count) {
    const captured = await captureFor(lab, {
      face,
      stager: calmly,
      length: 'short',
      client: 'honest',
      digits: 'whole',
      patienceMs: 15_000,
    });
    if (!('gaveUp' in captured)) originals.push(captured);
  }
  return originals;
}

/** Numbers out of the air, with the tablet's real key: the match alone stands in the way. */
export async function madeUpDescriptors(lab: Lab, originals: readonly Original[]): Promise<Try[]> {
  return inTurns(lab, () => {
    const base = randomDescriptor(lab.random, 0.8 + 0.9 * lab.random());
    return forgedTry(lab, originals, () => nudged(base, 0.15, lab.random));
  });
}

/**
 * Outside of the bars: the tablet is taken, its key signs, and the attacker knows the victim's
 * descriptors, from a photo or a stolen template. Nothing in the evidence is wrong.
 */
export async function takenTerminal(lab: Lab, originals: readonly Original[]): Promise<Try[]> {
  const [victim] = await collect(lab, VICTIM, 1);
  if (!victim) return [];
  const base = descriptorOf(victim);
  return inTurns(lab, () => forgedTry(lab, originals, () => nudged(base, 0.15, lab.random)));
}

/**
 * Walks towards the victim by the answers alone, with the tablet's real key. There is no score
 * in an answer, so whatever differs from the usual one is followed, and else the walk is blind.
 *
 * @param budgets `forgotten`: what was counted against the attacker is deleted between the tries.
 */
export async function hillClimbing(
  lab: Lab,
  originals: readonly Original[],
  { tries, budgets }: { tries: number; budgets: 'in force' | 'forgotten' },
): Promise<Try[]> {
  const [own] = originals;
  if (!own) return [];
  let best = descriptorOf(own);
  const done: Try[] = [];
  const usual = new Map<string, number>();
  while (done.length < tries) {
    const count = Math.min(AT_ONCE, tries - done.length);
    const steps = Array.from({ length: count }, () => nudged(best, 0.25, lab.random));
    if (budgets === 'forgotten') await lab.books.forgetFailures();
    const answers = await Promise.all(
      steps.map((step) => forgedTry(lab, originals, () => nudged(step, 0.05, lab.random))),
    );
    answers.forEach(({ reason }) => usual.set(reason, (usual.get(reason) ?? 0) + 1));
    const rarest = answers
      .map(({ reason }, i) => ({ step: steps[i], seen: usual.get(reason) ?? 0 }))
      .sort((a, b) => a.seen - b.seen)[0];
    best = rarest?.step ?? best;
    done.push(...answers);
    if (done.length % 80 === 0) lab.say(`hill climbing, budgets ${budgets}: ${done.length}`);
  }
  return done;
}

async function forgedTry(
  lab: Lab,
  originals: readonly Original[],
  descriptor: () => Descriptor,
): Promise<Try> {
  const { shop } = lab.counter;
  const victim = await lab.shoppers.of(VICTIM);
  const { payment } = await shop.order('short');
  const begun = await shop.begin(payment.id, victim.phone, 'short');
  if (!begun.ok) {
    await shop.cancel(payment.id);
    const nothing = { accepted: false, failed: [], colour: 'unasked' } as const;
    return { ...nothing, length: 'short', reason: begun.code };
  }
  const challenge = begun.value;
  const issuedAt = performance.now();
  const original = slowest(originals, challenge.steps[1]?.delayMs ?? 0);
  const forged = forge(original, challenge, descriptor, lab.random);
  const lengthMs = forged.frames.at(-1)?.tMs ?? 0;
  await sleep(Math.max(0, lengthMs + 100 - (performance.now() - issuedAt)));
  const signed = await lab.counter.sign(forged);
  const answer = await shop.authorize(payment.id, challenge.id, signed);
  if (!answer.ok) await shop.cancel(payment.id);
  return tryOf(lab, 'short', challenge.id, answer);
}

/** Any that waited long enough before the smile; the slowest where none did. */
function slowest(originals: readonly Original[], delayMs: number): Original {
  const delayOf = ({ challenge }: Original) => challenge.steps[1]?.delayMs ?? 0;
  const sorted = [...originals].sort((a, b) => delayOf(a) - delayOf(b));
  const fitting = sorted.find((one) => delayOf(one) >= delayMs) ?? sorted.at(-1);
  if (!fitting) throw new Error('nothing to forge from');
  return fitting;
}

function descriptorOf({ evidence }: Original): Descriptor {
  return fuse(evidenceSchema.parse(evidence).descriptors.map(({ values }) => values));
}

async function inTurns({ books, variants }: Lab, run: () => Promise<Try>): Promise<Try[]> {
  const tries: Try[] = [];
  while (tries.length < variants) {
    await books.forgetFailures();
    const batch = Array.from({ length: Math.min(AT_ONCE, variants - tries.length) }, run);
    tries.push(...(await Promise.all(batch)));
  }
  return tries;
}
