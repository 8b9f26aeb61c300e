import { ownIntent } from '@/lib/intents/intent';
import { seeded } from '@/testing/actor/acting';
import { FACE_NAMES, type FaceName } from '@/testing/actor/cast';
import {
  FACE_CHECK_VERSION,
  CHALLENGE_LENGTHS,
  CHALLENGE_LIFETIME_MS,
  chooseSteps,
  type Challenge,
  type ChallengeLength,
} from '@/lib/liveness/challenge';
import { chooseColours } from '@/lib/liveness/colours';
import { writtenUuid } from '@/lib/ids/uuid';
import { ATTACK_NAMES, ATTACKS, genuine, type AttackName, type Stager } from './kinds';
import { TURNING_FACES } from './people';
import type { Client } from './take';

/** One face check to be recorded; everything random about it comes of its seed. */
export interface Planned {
  readonly kind: 'genuine' | AttackName;
  readonly variant: number;
  readonly face: FaceName;
  readonly client: Client;
  readonly length: ChallengeLength;
  readonly patienceMs: number;
  readonly seed: number;
}

export interface Amounts {
  /** Variants of every genuine face over the short and the long challenge. */
  readonly genuine: Readonly<Record<ChallengeLength, number>>;
  /** Variants of every attack, over all challenges and both clients. */
  readonly attack: number;
}

/** A person who means to pay is patient; a film that fails does so again and again. */
const PATIENCE_MS = { genuine: 45_000, attack: 20_000 } as const;

/** Genuine short first, then attacks, then genuine long. */
export function planTakes(amounts: Amounts, seed: number): Planned[] {
  const takes = [
    ...genuineTakes('short', FACE_NAMES, amounts.genuine.short),
    ...ATTACK_NAMES.flatMap((kind) => attackTakes(kind, amounts.attack)),
    ...genuineTakes('long', TURNING_FACES, amounts.genuine.long),
    ...genuineTakes('thorough', TURNING_FACES, amounts.genuine.thorough),
  ];
  return takes.map((take, i) => ({ ...take, seed: seed * 100_003 + i }));
}

type Unseeded = Omit<Planned, 'seed'>;

function genuineTakes(
  length: ChallengeLength,
  faces: readonly FaceName[],
  variants: number,
): Unseeded[] {
  return faces.flatMap((face) =>
    Array.from({ length: variants }, (_, variant): Unseeded => {
      return { kind: 'genuine', variant, face, client: 'honest', length, ...patience('genuine') };
    }),
  );
}

function attackTakes(kind: AttackName, variants: number): Unseeded[] {
  return Array.from({ length: variants }, (_, variant): Unseeded => {
    const face = TURNING_FACES[(variant * 5) % TURNING_FACES.length] ?? 'ana';
    const length = CHALLENGE_LENGTHS[variant % CHALLENGE_LENGTHS.length] ?? 'short';
    const client = variant % 2 === 0 ? 'forced' : 'honest';
    return { kind, variant, face, client, length, ...patience('attack') };
  });
}

function patience(of: keyof typeof PATIENCE_MS) {
  return { patienceMs: PATIENCE_MS[of] };
}

/** What stands before the camera, and what is asked of it. */
export function stageTake({ kind, face, length, seed }: Planned) {
  const random = seeded(seed);
  const challenge = challengeOf(length, random);
  const stager: Stager = kind === 'genuine' ? genuine : ATTACKS[kind];
  return { challenge, staged: stager(face, challenge.steps, random) };
}

/** As the server would choose it, but by a seed. */
function challengeOf(length: ChallengeLength, random: () => number): Challenge {
  return {
    version: FACE_CHECK_VERSION,
    id: writtenUuid('0191d2f0-0000-7000-8000-000000000001'),
    nonce: 'bm9uY2Utbm9uY2Utbm9uYw',
    deviceId: writtenUuid('0191d2f0-0000-7000-8000-000000000003'),
    intent: ownIntent(
      'enrolment',
      '0191d2f0-0000-7000-8000-000000000002',
      new Date(Date.now() + 60_000),
    ),
    steps: chooseSteps(length, random),
    colours: chooseColours(random),
    expiresAt: new Date(CHALLENGE_LIFETIME_MS).toISOString(),
  };
}
