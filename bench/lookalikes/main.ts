import { parseArgs } from 'node:util';
import { asCommand } from '@/bench/faces/command';
import { photosIn, UsageError } from '@/bench/faces/photos';
import { describedOf } from '@/bench/faces/report';
import { withStudio } from '@/bench/faces/studio';
import { seeded } from '@/testing/actor/acting';
import type { MatchPolicy } from '@/lib/recognition/match';
import { matchPolicyFor } from '@/lib/recognition/policy';
import { canEnrol, deal, peopleOf, type Dealt, type Hands, type Person } from './deal';
import { closestThree, groupNamed } from './group';
import { playClaims, playDigits } from './play';
import { barsOf, digitsReportOf, reportOf } from './report';

/**
 * Plays everybody against everybody under the product's own decision:
 * `npm run bench:lookalikes -- --dir DIR [--enrol 3] [--probe 2] [--group a,b,c]
 * [--rounds N] [--seed S] --json`.
 *
 * Each round draws other photos for enrolment and probe. Exit code 1 when a bar does not hold.
 */

/** The single distance for everybody that the decision before this one allowed. */
const BEFORE: MatchPolicy = {
  ...matchPolicyFor('whole-number'),
  distanceMax: 0.45,
  ratioMax: Infinity,
};

/** The most regulars whom four digits may leave. */
const DIGITS_SIZE = 20;

async function benchLookAlikes() {
  const { dir, group: names, hands, rounds: asked, seed } = options();
  const photos = photosIn(dir, '--dir');
  const { ours } = await withStudio((studio) => studio.show(['ours'], photos));
  const described = describedOf(ours);
  const people = peopleOf(described);
  const regulars = people.filter((person) => canEnrol(person, hands));
  if (regulars.length < 2) {
    throw new UsageError(
      `Too few photos: two people or more with ${hands.enrol + hands.probe} photos each are needed.`,
    );
  }
  const group = names ? groupNamed(regulars, names) : closestThree(regulars);
  const rounds = asked ?? roundsFor(people.length);
  process.stderr.write(`${regulars.length} people enrol, ${rounds} rounds\n`);
  const result = play(dealtOf(people, hands, rounds, seed), group, seed);
  if (!result.holds) process.exitCode = 1;
  return {
    images: photos.length,
    undetected: photos.length - described.length,
    people: people.length,
    enrolled: regulars.length,
    ...hands,
    rounds,
    seed,
    ...result,
  };
}

function options() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      enrol: { type: 'string', default: '3' },
      probe: { type: 'string', default: '2' },
      group: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const hands = {
    enrol: wholeNumber('--enrol', values.enrol),
    probe: wholeNumber('--probe', values.probe),
  };
  const rounds = values.rounds === undefined ? undefined : wholeNumber('--rounds', values.rounds);
  const group = values.group?.split(',').map((name) => name.trim());
  return { dir: values.dir, hands, rounds, group, seed: wholeNumber('--seed', values.seed) };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UsageError(`${option} takes a whole number from 1 on.`);
}

/** As many as take about a minute, within reason. */
function roundsFor(people: number): number {
  return Math.min(160, Math.max(4, Math.floor(5e5 / people ** 2)));
}

function dealtOf(people: readonly Person[], hands: Hands, rounds: number, seed: number): Dealt[] {
  const random = seeded(seed);
  return Array.from({ length: rounds }, () => deal(people, hands, random));
}

function play(dealt: readonly Dealt[], group: readonly string[], seed: number) {
  const policy = matchPolicyFor('whole-number');
  const before = dealt.flatMap((round) => playClaims(round, BEFORE));
  const after = dealt.flatMap((round) => playClaims(round, policy));
  const all = reportOf(after);
  const within = reportOf(after, group);
  const bars = barsOf(all, within);
  return {
    policy,
    ...all,
    group: { people: group, ...within },
    before: {
      distanceMax: BEFORE.distanceMax,
      ...reportOf(before),
      group: reportOf(before, group),
    },
    lastFour: playLastFour(dealt, seed),
    bars,
    holds: bars.every(({ holds }) => holds),
  };
}

function playLastFour(dealt: readonly Dealt[], seed: number) {
  const policy = matchPolicyFor('last-four');
  const random = seeded(seed + 1);
  const played = dealt.map((round) => playDigits(round, DIGITS_SIZE, policy, random));
  const size = Math.min(DIGITS_SIZE, dealt[0]?.regulars.length ?? 0);
  return digitsReportOf(
    size,
    played.flatMap(({ genuine }) => genuine),
    played.flatMap(({ stranger }) => stranger),
  );
}

await asCommand(benchLookAlikes);
