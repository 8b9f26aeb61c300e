import { ClipboardList, Smartphone, Store } from 'lucide-react';
import Link from 'next/link';
import type { DemoGuide } from '@/lib/api/demo';
import { CopyValue } from './copy-value';
import { RoleCard } from './role-card';
import { SmileMark } from './smile-mark';

/** The three roles; in the demo with accounts and code to try them. */
export function Welcome({ demo }: { readonly demo: DemoGuide | null }) {
  return (
    <main className="mx-auto w-full max-w-6xl space-y-8 px-5 py-10">
      <header className="flex flex-col items-center gap-4 text-center">
        <SmileMark className="size-20 animate-pop" />
        <h1 className="text-5xl font-extrabold tracking-tight">Smile to Pay</h1>
        <p className="max-w-prose text-xl text-balance text-ink-soft">
          Enrol your face once, then pay with a smile: on your own phone, or at a counter with no
          phone at all.
        </p>
      </header>
      {demo && <FirstMinute />}
      <div className="grid gap-5 min-[70rem]:grid-cols-3">
        <RoleCard
          icon={<Smartphone aria-hidden="true" />}
          role="Shopper"
          where="On a phone, or in a narrow window"
          link={{ href: '/shop', label: 'Open the shop' }}
        >
          {demo?.shoppers.map(({ name, phone, password, pin }) => (
            <Account key={phone} name={name}>
              <CopyValue label="Phone" value={phone} />
              <CopyValue label="Password" value={password} />
              <CopyValue label="PIN" value={pin} />
            </Account>
          ))}
        </RoleCard>
        <RoleCard
          icon={<Store aria-hidden="true" />}
          role="Counter"
          where="On a tablet or kiosk with a camera"
          link={{ href: '/counter', label: 'Open the counter' }}
        >
          {demo && (
            <Account name="To pair it, once">
              <CopyValue label="Code" value={demo.pairingCode} />
            </Account>
          )}
        </RoleCard>
        <RoleCard
          icon={<ClipboardList aria-hidden="true" />}
          role="Staff"
          where="On a tablet in the kitchen"
          link={{ href: '/staff', label: 'Open the orders' }}
        >
          {demo?.staff.map(({ name, email, password }) => (
            <Account key={email} name={name}>
              <CopyValue label="Email" value={email} />
              <CopyValue label="Password" value={password} />
            </Account>
          ))}
        </RoleCard>
      </div>
      {demo && <OperatorHint email={demo.operator.email} />}
    </main>
  );
}

function OperatorHint({ email }: { readonly email: string }) {
  return (
    <p className="text-ink-soft">
      Whoever runs the platform looks into complaints at{' '}
      <Link
        href="/operator"
        className="inline-flex min-h-11 items-center font-bold text-ink underline"
      >
        the operator’s pages
      </Link>
      : {email}, with the same password.
    </p>
  );
}

function Account(props: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="rounded-field bg-paper px-4 py-2">
      <h3 className="font-extrabold">{props.name}</h3>
      <dl>{props.children}</dl>
    </div>
  );
}

const STEPS = [
  'Open the shop, sign in and add your face under Me.',
  'Open the counter, pair it with the code, order something and tap Pay.',
  'Type the whole phone number and smile; from the second time on, four digits will do.',
  'Open the orders: accept, make it ready, hand it over.',
];

function FirstMinute() {
  return (
    <section aria-labelledby="first-minute" className="rounded-card bg-accent-soft p-6">
      <h2 id="first-minute" className="text-xl font-extrabold text-accent-ink">
        Your first minute
      </h2>
      <ol className="mt-3 grid gap-3 md:grid-cols-4">
        {STEPS.map((step, index) => (
          <li key={step} className="flex gap-3 text-accent-ink">
            <span className="tabular text-2xl leading-none font-extrabold">{index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-accent-ink">
        Whoever signs up anew gets a code by message: here it comes to the{' '}
        <Link href="/inbox" className="inline-flex min-h-11 items-center font-bold underline">
          inbox
        </Link>
        . All three can live in one browser, each in a window of its own. This is a demo: the money
        is play money.
      </p>
    </section>
  );
}
