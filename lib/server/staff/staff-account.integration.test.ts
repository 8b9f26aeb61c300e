import { beforeEach, describe, expect, it } from 'vitest';
import { TestAuthenticator } from '../access/passkeys/authenticator.fixture';
import { addPasskey } from '../access/passkeys/add-passkey';
import { beginSignIn } from '../access/passkeys/begin-sign-in';
import { listPasskeys } from '../access/passkeys/list-passkeys';
import { removePasskey } from '../access/passkeys/remove-passkey';
import { signInWithPasskey } from '../access/passkeys/sign-in-with-passkey';
import { staffOfSession, startSession } from '../access/sessions';
import { checkSignIn } from '../access/sign-in';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { ADDRESS, freshBudget, openDemo, staffOf, value } from '../demo-store.fixture';
import { beginStaffPasskey } from './begin-staff-passkey';
import { setStaffPassword } from './set-staff-password';

openDemo();
beforeEach(freshBudget);

const LIN = staffOf(DEMO_RESTAURANT);
const HERE = { id: 'localhost', origins: ['http://localhost:3000'] };
const owner = (id: string) => ({ audience: 'staff', subjectId: id }) as const;
const signIn = (password: string) =>
  checkSignIn({
    ...{ audience: 'staff', login: DEMO_RESTAURANT.staff.email, password },
    ...{ address: ADDRESS, device: undefined },
  });

async function actionsOf(id: string): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ action: string }>(
    'SELECT action FROM audit_entries WHERE actor_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('a password', () => {
  it('is changed by whoever knows it, once of fifty at once, and ends all other sessions', async () => {
    const [own, other] = [await startSession('staff', LIN.id), await startSession('staff', LIN.id)];
    const wish = { password: DEMO_PASSWORD, newPassword: 'noodles before noon' };
    const weak = { ...wish, newPassword: '1234567890' };
    expect(await setStaffPassword(LIN, weak, own)).toMatchObject({ code: 'weak-password' });
    const changes = await Promise.all(
      Array.from({ length: 50 }, () => setStaffPassword(LIN, wish, own)),
    );
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
    await freshBudget();
    expect([await staffOfSession(own), await staffOfSession(other)]).toMatchObject([
      { id: LIN.id },
      null,
    ]);
    expect(await signIn(DEMO_PASSWORD)).toMatchObject({ code: 'wrong-password' });
    value(await signIn(wish.newPassword));
    const back = { password: wish.newPassword, newPassword: DEMO_PASSWORD };
    value(await setStaffPassword(LIN, back, own));
    expect(await actionsOf(LIN.id)).toContain('staff.password-changed');
  });

  it('that is guessed on a signed-in tablet has to wait', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 10; i += 1) {
      const wish = { password: `not this one ${i}`, newPassword: 'noodles before noon' };
      const refused = await setStaffPassword(LIN, wish, null);
      if (!refused.ok) codes.push(refused.code);
    }
    expect(codes).toContain('rate-limited');
  });
});

describe('a passkey', () => {
  const registered = async (staff = LIN) => {
    const key = new TestAuthenticator();
    const given = { password: DEMO_PASSWORD };
    const { challenge } = value(await beginStaffPasskey(staff, given, HERE));
    const wish = { name: 'Tablet', response: key.register(challenge) };
    value(await addPasskey(owner(staff.id), wish, HERE));
    return key;
  };
  const enter = async (key: TestAuthenticator, audience: 'staff' | 'shopper' = 'staff') => {
    const { challenge } = value(await beginSignIn(HERE));
    return signInWithPasskey(audience, JSON.stringify(key.authenticate(challenge)), HERE);
  };

  it('is added with the password, and signs in whose it is at the staff’s door alone', async () => {
    expect(await beginStaffPasskey(LIN, { password: 'not this one' }, HERE)).toMatchObject({
      code: 'wrong-password',
    });
    const key = await registered();
    expect(await enter(key)).toEqual({ ok: true, value: { id: LIN.id } });
    expect(await enter(key, 'shopper')).toMatchObject({ code: 'sign-in-refused' });
  });

  it('is removed by its owner alone, and signs in no more', async () => {
    const key = await registered();
    const { passkeys } = value(await listPasskeys(owner(LIN.id)));
    const id = passkeys.at(-1)?.id ?? '';
    const other = owner(DEMO_SHOP.staff.id);
    expect(await removePasskey(other, id)).toMatchObject({ code: 'not-found' });
    expect(value(await listPasskeys(other)).passkeys).toEqual([]);
    value(await removePasskey(owner(LIN.id), id));
    expect(await enter(key)).toMatchObject({ code: 'sign-in-refused' });
    expect(await actionsOf(LIN.id)).toContain('staff.passkey-removed');
  });
});
