import { beforeEach, expect, it } from 'vitest';
import { PASSKEYS_MAX } from '@/lib/api/passkeys';
import { later } from '../../clock';
import { freshBudget, MINA, openDemo, OTTO, value } from '../../demo-store.fixture';
import {
  registerPasskey,
  beginOwnRegistration,
  removeOwnPasskey,
} from '../../shoppers/register-passkey';
import { TestAuthenticator, type Misdoings } from './authenticator.fixture';
import { beginSignIn } from './begin-sign-in';
import { CHALLENGE_LIFETIME_MS } from './challenge';
import { listPasskeys } from './list-passkeys';
import { signInWithPasskey } from './sign-in-with-passkey';

openDemo();
beforeEach(freshBudget);

const HERE = { id: 'localhost', origins: ['http://localhost:3000'] };
const mina = { ...MINA, signedInAt: new Date() };

const optionsFor = async (shopper = mina) => value(await beginOwnRegistration(shopper, HERE));

async function registered(shopper = mina): Promise<TestAuthenticator> {
  const key = new TestAuthenticator();
  const { challenge } = await optionsFor(shopper);
  value(await registerPasskey(shopper, { name: 'Phone', response: key.register(challenge) }, HERE));
  return key;
}

async function forget(): Promise<void> {
  const { passkeys } = value(await listPasskeys({ audience: 'shopper', subjectId: MINA.id }));
  for (const { id } of passkeys) value(await removeOwnPasskey(mina, id));
}

const signIn = async (key: TestAuthenticator, wrong: Misdoings = {}) => {
  const { challenge } = value(await beginSignIn(HERE));
  return signInWithPasskey('shopper', JSON.stringify(key.authenticate(challenge, wrong)), HERE);
};

it('is registered after a fresh sign-in, and signs in whose it is', async () => {
  await forget();
  const stale = { ...MINA, signedInAt: new Date(Date.now() - 600_000) };
  expect(await beginOwnRegistration(stale, HERE)).toMatchObject({ code: 'sign-in-again' });
  const options = await optionsFor();
  expect(options.authenticatorSelection).toMatchObject({
    residentKey: 'required',
    userVerification: 'required',
  });
  const key = await registered();
  expect(await signIn(key)).toEqual({ ok: true, value: { id: MINA.id } });
});

it.each<[string, Misdoings]>([
  ['another page asked', { origin: 'http://evil.example' }],
  ['it signs to another host', { rpId: 'evil.example' }],
  ['its user was not checked', { unverified: true }],
])('is not registered and does not sign in when %s', async (_, wrong) => {
  await forget();
  const { challenge } = await optionsFor();
  const response = new TestAuthenticator().register(challenge, wrong);
  expect(await registerPasskey(mina, { name: 'x', response }, HERE)).toMatchObject({
    code: 'passkey-refused',
  });
  const key = await registered();
  expect(await signIn(key, wrong)).toEqual({ ok: false, code: 'sign-in-refused' });
  expect(await signIn(key)).toMatchObject({ ok: true });
});

it('a challenge counts once: of fifty at once one is let in', async () => {
  await forget();
  const key = await registered();
  const { challenge } = value(await beginSignIn(HERE));
  const text = JSON.stringify(key.authenticate(challenge));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => signInWithPasskey('shopper', text, HERE)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await signInWithPasskey('shopper', text, HERE)).toMatchObject({ ok: false });
});

it('a challenge ends after five minutes, and is for what it was asked for', async () => {
  await forget();
  const key = await registered();
  const { challenge } = value(await beginSignIn(HERE));
  const late = await later(CHALLENGE_LIFETIME_MS + 1, () =>
    signInWithPasskey('shopper', JSON.stringify(key.authenticate(challenge)), HERE),
  );
  expect(late).toMatchObject({ ok: false });
  const forOther = new TestAuthenticator().register((await optionsFor()).challenge);
  const otto = { ...OTTO, signedInAt: new Date() };
  expect(await registerPasskey(otto, { name: 'x', response: forOther }, HERE)).toMatchObject({
    code: 'passkey-refused',
  });
});

it('a copied key is found by its count', async () => {
  await forget();
  const key = await registered();
  value(await signIn(key, { counter: 7 }));
  expect(await signIn(key, { counter: 7 })).toMatchObject({ ok: false });
  expect(await signIn(key, { counter: 3 })).toMatchObject({ ok: false });
  expect(await signIn(key, { counter: 8 })).toMatchObject({ ok: true });
});

it('an unknown key, a removed one and staff’s door say the same', async () => {
  await forget();
  const no = { ok: false, code: 'sign-in-refused' };
  expect(await signIn(new TestAuthenticator())).toEqual(no);
  const key = await registered();
  const { challenge } = value(await beginSignIn(HERE));
  const text = JSON.stringify(key.authenticate(challenge));
  expect(await signInWithPasskey('staff', text, HERE)).toEqual(no);
  const { passkeys } = value(await listPasskeys({ audience: 'shopper', subjectId: MINA.id }));
  const [{ id = '' } = {}] = passkeys;
  expect(await removeOwnPasskey({ ...OTTO, signedInAt: new Date() }, id)).toMatchObject({
    code: 'not-found',
  });
  value(await removeOwnPasskey(mina, id));
  expect(await signIn(key)).toEqual(no);
  expect(await signInWithPasskey('shopper', 'no JSON', HERE)).toEqual(no);
});

it('of many at once no more than ten are kept', async () => {
  await forget();
  const all = await Promise.all(Array.from({ length: 20 }, () => optionsFor()));
  const answers = await Promise.all(
    all.map(({ challenge }) =>
      registerPasskey(
        mina,
        { name: 'x', response: new TestAuthenticator().register(challenge) },
        HERE,
      ),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(PASSKEYS_MAX);
});
