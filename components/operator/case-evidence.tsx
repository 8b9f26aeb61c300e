import type { FaceAttempt } from '@/lib/api/operator';
import { Card } from '@/components/ui/card';
import { When } from '@/components/ui/when';

const OUTCOMES = {
  accepted: 'The face was taken for the owner’s',
  refused: 'The face was refused',
  'step-up': 'The face was not enough: the PIN was asked for',
} as const;

/** What was measured each time a face was shown for this payment; no picture is kept. */
export function CaseEvidence({ attempts }: { readonly attempts: readonly FaceAttempt[] }) {
  return (
    <section aria-labelledby="evidence" className="space-y-4">
      <h2 id="evidence" className="text-xl font-extrabold">
        What was measured
      </h2>
      {attempts.length === 0 && <p className="text-ink-soft">Nothing is left of it.</p>}
      {attempts.map((attempt) => (
        <Card key={attempt.at} className="overflow-x-auto">
          <h3 className="text-lg font-extrabold">{OUTCOMES[attempt.outcome]}</h3>
          <p className="text-ink-soft">
            {attempt.terminalName ?? 'On the own phone'}, <When at={attempt.at} />
          </p>
          <Checks checks={attempt.checks} />
        </Card>
      ))}
    </section>
  );
}

function Checks({ checks }: Pick<FaceAttempt, 'checks'>) {
  return (
    <table className="mt-4 w-full text-left">
      <thead>
        <tr className="text-ink-soft [&>th]:py-1 [&>th]:font-normal">
          <th scope="col">Check</th>
          <th scope="col" className="text-right">
            Measured
          </th>
          <th scope="col" className="text-right">
            Bound
          </th>
          <th scope="col" className="text-right">
            Held
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {checks.map(({ name, value, threshold, passed }) => (
          <tr key={name} className="[&>td]:py-1">
            <th scope="row" className="font-normal">
              {name}
            </th>
            <td className="tabular text-right">{rounded(value)}</td>
            <td className="tabular text-right">{rounded(threshold)}</td>
            <td className="text-right">{passed ? 'yes' : <strong>no</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rounded(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(3)));
}
