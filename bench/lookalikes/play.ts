import type { Random } from '@/bench/attacks/people';
import {
  matchProbe,
  type Candidate,
  type MatchDecision,
  type MatchPolicy,
} from '@/lib/recognition/match';
import { candidateAmong, neighboursOf, type Enrolled } from '@/lib/recognition/neighbours';
import { shuffled, type Dealt, type Regular, type Visitor } from './deal';

/** Who is enrolled when somebody else tries to pay: the impostor too, all but the impostor, or
 *  the claimed person alone, who then has no neighbours to be held against. */
export const WORLDS = ['enrolled', 'unknown', 'lonely'] as const;
export type World = (typeof WORLDS)[number];

/** One try: somebody in front of the camera, and what the product decided. */
export interface Encounter {
  readonly world: 'genuine' | World;
  readonly claimed: string;
  readonly visitor: string;
  readonly kind: MatchDecision['kind'];
}

/** Everybody claims to be everybody, each claim leaving one person (own phone, whole number). */
export function playClaims({ regulars, strangers }: Dealt, policy: MatchPolicy): Encounter[] {
  const encounters: Encounter[] = [];
  for (const claimed of regulars) {
    const among = (others: readonly Enrolled[]) =>
      candidateAmong(claimed, neighboursOf(claimed, others), false);
    const meet = (world: Encounter['world'], visitor: Visitor, candidate: Candidate) => {
      const { kind } = matchProbe(visitor.probe, [candidate], policy);
      encounters.push({ world, claimed: claimed.shopperId, visitor: visitor.shopperId, kind });
    };
    const known = among(regulars);
    const lonely = among([]);
    meet('genuine', claimed, known);
    for (const visitor of without(regulars, claimed)) {
      meet('enrolled', visitor, known);
      // Who is not among the kept neighbours changes nothing by leaving.
      const isNear = known.neighbours.includes(visitor.template);
      meet('unknown', visitor, isNear ? among(without(regulars, visitor)) : known);
      meet('lonely', visitor, lonely);
    }
    for (const visitor of strangers) {
      meet('unknown', visitor, known);
      meet('lonely', visitor, lonely);
    }
  }
  return encounters;
}

/** One try with the last four digits, which leave several people. */
export interface DigitsEncounter {
  readonly visitor: string;
  readonly outcome: 'own' | 'stepped-up' | 'nobody' | 'somebody-else';
}

/**
 * Everybody types digits that `size` regulars share: once being one of them, once being none. As
 * many as there are, if they are fewer.
 */
export function playDigits(
  { regulars, strangers }: Dealt,
  size: number,
  policy: MatchPolicy,
  random: Random,
): { genuine: DigitsEncounter[]; stranger: DigitsEncounter[] } {
  const meet = (visitor: Visitor, few: readonly Regular[], all: readonly Regular[]) => {
    const candidates = few.map((one) => candidateAmong(one, neighboursOf(one, all), false));
    const outcome = outcomeOf(visitor, matchProbe(visitor.probe, candidates, policy));
    return { visitor: visitor.shopperId, outcome };
  };
  const drawn = (from: readonly Regular[], count: number) => shuffled(from, random).slice(0, count);
  const genuine = regulars.map((own) =>
    meet(own, [own, ...drawn(without(regulars, own), size - 1)], regulars),
  );
  const stranger = [...regulars, ...strangers].map((visitor) => {
    const others = without(regulars, visitor);
    return meet(visitor, drawn(others, size), others);
  });
  return { genuine, stranger };
}

function outcomeOf(visitor: Visitor, decision: MatchDecision): DigitsEncounter['outcome'] {
  switch (decision.kind) {
    case 'accept':
      return decision.shopperId === visitor.shopperId ? 'own' : 'somebody-else';
    case 'step-up':
      return 'stepped-up';
    case 'unknown':
      return 'nobody';
    default:
      return decision satisfies never;
  }
}

function without(regulars: readonly Regular[], visitor: Visitor): Regular[] {
  return regulars.filter(({ shopperId }) => shopperId !== visitor.shopperId);
}
