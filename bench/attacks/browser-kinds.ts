import type { FaceName } from '@/testing/actor/cast';
import { actAs } from '@/testing/actor/stage';
import { CHALLENGE_LENGTHS, type ChallengeLength } from '@/lib/liveness/challenge';
import { payOnce as payAtCounter } from '../browser/payment';
import { ATTACKS, genuine, type AttackName, type Stager } from './kinds';
import { payOnce, type AskedPayment, type Lab } from './lab';
import { anybody, TURNING_FACES } from './people';
import type { GenuineTry, Try } from './tally';

/** A film that fails once fails again; who means to pay has patience. */
const PATIENCE_MS = { genuine: 45_000, short: 8_000, long: 12_000, thorough: 20_000 } as const;

/** Short, long and thorough, forced and honest, whole number and last four: all twelve in turns. */
export async function runAttack(lab: Lab, kind: AttackName): Promise<Try[]> {
  const tries: Try[] = [];
  for (let variant = 0; variant < lab.variants; variant += 1) {
    const length = CHALLENGE_LENGTHS[variant % CHALLENGE_LENGTHS.length] ?? 'short';
    const tried = await payOnce(lab, {
      face: TURNING_FACES[(variant * 5) % TURNING_FACES.length] ?? 'ana',
      stager: ATTACKS[kind],
      length,
      client: variant % 2 === 0 ? 'forced' : 'honest',
      digits: (variant >> 2) % 2 === 0 ? 'whole' : 'last-four',
      patienceMs: PATIENCE_MS[length],
    });
    tries.push(tried);
    lab.say(`${kind} ${variant + 1}/${lab.variants}: ${tried.reason}`);
  }
  return tries;
}

/** As everybody else, but reacting in 0.6 s: for the bar on the time that a smile takes. */
const measured: Stager = (face, _steps, random) => {
  const how = { ...anybody(random), reactionMs: 600, jitterMs: 0, pace: 1 };
  return { claimed: face, variant: { how }, play: (page) => actAs(page, { ...how, face }) };
};

/** How many payments with each challenge. */
export type Payments = Readonly<Record<ChallengeLength, number>>;

/** The real page first, then the faster client. */
export async function runGenuine(
  lab: Lab,
  face: FaceName,
  payments: Payments,
): Promise<GenuineTry[]> {
  const tries: GenuineTry[] = [{ ...(await payOnRealPage(lab, face)), face, faceCheckMs: NaN }];
  const plan = CHALLENGE_LENGTHS.flatMap((length) =>
    Array<ChallengeLength>(payments[length]).fill(length),
  );
  for (const [index, length] of plan.entries()) {
    const isMeasured = index % 2 === 0;
    const asked: AskedPayment = {
      face,
      stager: isMeasured ? measured : genuine,
      length,
      client: 'honest',
      digits: index % 4 < 2 ? 'last-four' : 'whole',
      patienceMs: PATIENCE_MS.genuine,
    };
    const tried = await payOnce(lab, asked);
    tries.push({ ...tried, face, faceCheckMs: isMeasured ? tried.faceCheckMs : NaN });
    const time = Number.isNaN(tried.faceCheckMs) ? '' : `, ${Math.round(tried.faceCheckMs)} ms`;
    const failed = tried.failed.length > 0 ? ` (${tried.failed.join(', ')})` : '';
    lab.say(`genuine ${face} ${length}: ${tried.reason}${failed}${time}`);
  }
  return tries;
}

/** Whole number, a lemonade, the counter's own page from the menu to the thank-you. */
async function payOnRealPage(lab: Lab, face: FaceName): Promise<Try> {
  const { real } = lab.counter;
  const card = await lab.shoppers.of(face);
  await lab.books.forgetFailures();
  await real.bringToFront();
  await actAs(real, { ...anybody(lab.random), face });
  await real.goto('/counter');
  const refusals = await payAtCounter(real, 'Lemonade', card.phone).then(
    (payment) => payment.refusals,
    () => Infinity,
  );
  // The page's camera must not run beside the one of the tries that follow.
  await real.goto('about:blank');
  lab.say(`genuine ${face} at the counter's page: ${refusals} refusals`);
  const accepted = refusals === 0;
  const reason = accepted ? 'authorized' : 'refused at the page';
  return { length: 'short', accepted, reason, failed: [], colour: 'unasked' };
}
