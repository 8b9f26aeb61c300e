import { expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { DEMO_RESTAURANT } from '../demo/people';
import { MINA, OTTO, openDemo, staffOf, value } from '../demo-store.fixture';
import { endOneSession, listSessions } from './session-list';
import {
  endSession,
  endSessionsOf,
  onSessionEnd,
  shopperOfSession,
  startSession,
} from './sessions';

openDemo();

const PERSON = { audience: 'shopper', subjectId: MINA.id } as const;
const start = (client: string | null = null) => startSession('shopper', MINA.id, client);

it('shows those that have not ended, this one marked, and by what they are', async () => {
  await endSessionsOf('shopper', MINA.id);
  const [own, gone] = [await start('Chrome on Android'), await start()];
  await start('Safari on iPhone');
  await startSession('shopper', OTTO.id);
  await endSession(gone);
  const { sessions } = value(await listSessions(PERSON, own));
  expect(sessions.map(({ client, isThisOne }) => [client, isThisOne]).sort()).toEqual([
    ['Chrome on Android', true],
    ['Safari on iPhone', false],
  ]);
  expect(JSON.stringify(sessions)).not.toContain(own);
});

it('ends one of them for good, of fifty at once, and tells its streams', async () => {
  await endSessionsOf('shopper', MINA.id);
  const [own, other] = [await start(), await start()];
  const told = new Promise<void>((resolve) => onSessionEnd('shopper', other, resolve));
  const { sessions } = value(await listSessions(PERSON, own));
  const id = sessions.find(({ isThisOne }) => !isThisOne)?.id ?? newUuid();
  const ends = await Promise.all(Array.from({ length: 50 }, () => endOneSession(PERSON, id)));
  expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
  await told;
  expect(await shopperOfSession(other)).toBeNull();
  expect(await shopperOfSession(own)).toMatchObject({ id: MINA.id });
});

it('is no one else’s to end, whatever the id', async () => {
  const own = await start();
  const [one] = value(await listSessions(PERSON, own)).sessions;
  const id = one?.id ?? newUuid();
  for (const person of [
    { audience: 'shopper', subjectId: OTTO.id },
    { audience: 'staff', subjectId: staffOf(DEMO_RESTAURANT).id },
    { audience: 'staff', subjectId: MINA.id },
  ] as const) {
    expect(await endOneSession(person, id)).toMatchObject({ code: 'not-found' });
  }
  expect(await endOneSession(PERSON, newUuid())).toMatchObject({ code: 'not-found' });
});
