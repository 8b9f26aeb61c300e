import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '@/lib/access/actors';
import type { HiredRole } from '@/lib/access/roles';
import { newUuid, type Uuid, writtenUuid } from '@/lib/ids/uuid';
import { CURRENCY_FACTS } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import { onSessionEnd, staffOfSession, startSession } from '../access/sessions';
import { checkSignIn } from '../access/sign-in';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import { verifyLedger } from '../db/ledger-verify';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import {
  ADDRESS,
  atCounter,
  freshBudget,
  mina,
  openDemo,
  orderOf,
  payByPin,
  staffOf,
  value,
} from '../demo-store.fixture';
import { acceptOrder } from '../orders/accept-order';
import { placeOrder } from '../orders/place-order';
import { refundOrder } from '../orders/refund-order';
import { changeRole } from './change-role';
import { inviteMember, INVITATION_LIFETIME_MS } from './invite-member';
import { joinStore } from './join-store';
import { listMembers } from './list-members';
import { removeMember } from './remove-member';

openDemo();
beforeEach(freshBudget);

const OWNER = staffOf(DEMO_RESTAURANT);
const OTHER_OWNER = staffOf(DEMO_SHOP);
const PASSWORD = 'noodles before noon';

/** Somebody who joined by a link, as the app knows them. */
async function hired(role: HiredRole, name = 'Bo'): Promise<StaffActor & { readonly id: Uuid }> {
  const email = `${newUuid()}@kpro.example`;
  const { token } = value(await inviteMember(OWNER, { name, email, role }));
  value(await joinStore({ token, password: PASSWORD }, ADDRESS));
  const { members } = value(await listMembers(OWNER));
  const member = members.find((one) => one.email === email);
  if (!member) throw new Error('nobody joined');
  return { ...OWNER, id: member.id, name, role };
}

const signIn = (email: string) =>
  checkSignIn({
    ...{ audience: 'staff', login: email, password: PASSWORD, address: ADDRESS, device: undefined },
  });

async function actionsAbout(id: string): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ action: string }>(
    `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY position`,
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('an invitation', () => {
  it('lets in whoever has the link, once, of fifty at once', async () => {
    const email = 'Bo@kpro.example';
    const { token } = value(await inviteMember(OWNER, { name: 'Bo', email, role: 'staff' }));
    const joins = await Promise.all(
      Array.from({ length: 50 }, (_, i) => joinStore({ token, password: PASSWORD }, `10.0.${i}.1`)),
    );
    expect(joins.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await signIn('bo@kpro.example')).ok).toBe(true);
    expect(await joinStore({ token, password: PASSWORD }, ADDRESS)).toMatchObject({
      code: 'invitation-invalid',
    });
    const { members, invitations } = value(await listMembers(OWNER));
    expect(members.filter(({ name }) => name === 'Bo')).toMatchObject([{ role: 'staff' }]);
    expect(invitations).toEqual([]);
  });

  it('is over after three days, or when a newer one is made', async () => {
    const wish = { name: 'Cy', email: 'cy@kpro.example', role: 'staff' } as const;
    const first = value(await inviteMember(OWNER, wish));
    const second = value(await inviteMember(OWNER, wish));
    const join = (token: string) => joinStore({ token, password: PASSWORD }, ADDRESS);
    expect(await join(first.token)).toMatchObject({ code: 'invitation-invalid' });
    expect(await later(INVITATION_LIFETIME_MS, () => join(second.token))).toMatchObject({
      code: 'invitation-invalid',
    });
    expect((await join(second.token)).ok).toBe(true);
  });

  it('is made by managers for staff, by the owner for managers too, by staff for nobody', async () => {
    const manager = await hired('manager');
    const staff = await hired('staff');
    const wish = (role: HiredRole) => ({ name: 'Di', email: 'di@kpro.example', role });
    expect((await inviteMember(manager, wish('staff'))).ok).toBe(true);
    for (const [who, role] of [
      [manager, 'manager'],
      [staff, 'staff'],
    ] as const) {
      expect(await inviteMember(who, wish(role))).toMatchObject({ code: 'not-allowed' });
    }
    const own = { name: 'Lin', email: DEMO_RESTAURANT.staff.email, role: 'staff' } as const;
    expect(await inviteMember(OWNER, own)).toMatchObject({ code: 'works-here-already' });
  });

  it('takes nobody from another merchant, nor tells that they work there', async () => {
    const { email } = DEMO_SHOP.staff;
    const { token } = value(await inviteMember(OWNER, { name: 'X', email, role: 'staff' }));
    expect(await joinStore({ token, password: PASSWORD }, ADDRESS)).toMatchObject({
      code: 'invitation-invalid',
    });
    const { members } = value(await listMembers(OTHER_OWNER));
    expect(members).toMatchObject([{ id: DEMO_SHOP.staff.id, role: 'owner' }]);
  });

  it('keeps the link as a hash, and out of the trail', async () => {
    const wish = { name: 'Ed', email: 'ed@kpro.example', role: 'staff' } as const;
    const { token } = value(await inviteMember(OWNER, wish));
    const { rows } = await databasePool().query<{ text: string }>(
      `SELECT to_jsonb(t)::text AS text FROM staff_invitations AS t
       UNION ALL SELECT to_jsonb(t)::text FROM audit_entries AS t`,
    );
    const text = rows.map((row) => row.text).join('\n');
    expect(text).toContain('ed@kpro.example');
    expect(text).not.toContain(token);
  });
});

describe('a removed member', () => {
  it('is signed out at once, and what they did stays', async () => {
    const bo = await hired('staff');
    const session = await startSession('staff', bo.id);
    expect(await staffOfSession(session)).toMatchObject({ id: bo.id, role: 'staff' });
    const told = new Promise<void>((resolve) => onSessionEnd('staff', session, resolve));
    value(await removeMember(OWNER, bo.id));
    expect(await staffOfSession(session)).toBeNull();
    await told;
    expect(await removeMember(OWNER, bo.id)).toMatchObject({ code: 'not-found' });
    expect(await actionsAbout(bo.id)).toEqual(['staff.joined', 'staff.signed-in', 'staff.removed']);
    expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  });

  it('is below whoever removes them, and of the same store', async () => {
    const [manager, other] = [await hired('manager'), await hired('manager')];
    const staff = await hired('staff');
    const owner = writtenUuid(OWNER.id);
    for (const [who, id, code] of [
      [staff, manager.id, 'not-allowed'],
      [manager, other.id, 'not-allowed'],
      [manager, owner, 'not-allowed'],
      [manager, manager.id, 'not-allowed'],
      [OWNER, owner, 'not-allowed'],
      [OTHER_OWNER, staff.id, 'not-found'],
    ] as const) {
      expect(await removeMember(who, id)).toMatchObject({ code });
    }
    value(await removeMember(manager, staff.id));
  });
});

describe('a role', () => {
  it('changes from the next request on, of the own store, and not the owner’s', async () => {
    const bo = await hired('staff');
    const session = await startSession('staff', bo.id);
    const role = 'manager' as const;
    expect(await changeRole(OTHER_OWNER, bo.id, { role })).toMatchObject({ code: 'not-found' });
    value(await changeRole(OWNER, bo.id, { role }));
    expect(await staffOfSession(session)).toMatchObject({ role });
    expect(await changeRole(OWNER, writtenUuid(OWNER.id), { role })).toMatchObject({
      code: 'not-found',
    });
    expect(await actionsAbout(bo.id)).toContain('staff.role-changed');
  });
});

describe('refunds', () => {
  it('of staff add up to no more than a small amount, fifty at once; a manager gives the rest', async () => {
    const [staff, manager] = [await hired('staff'), await hired('manager')];
    const many = orderOf('noodle-soup', ['mild']);
    const [line] = many.lines;
    if (!line) throw new Error('an empty order');
    const lines = [{ ...line, quantity: 9 }];
    const { order, payment } = value(await placeOrder(atCounter, { ...many, lines }));
    value(await payByPin(atCounter, payment, { phone: mina.phone, pin: mina.pin }));
    value(await acceptOrder(OWNER, order.id));
    const give = (who: StaffActor, amount: bigint, id = newUuid()) =>
      refundOrder(who, order.id, { id, amount: money(amount, 'CNY') });
    const third = CURRENCY_FACTS.CNY.smallMax / 3n;
    const ids = Array.from({ length: 50 }, () => newUuid());
    const tries = await Promise.all(ids.map((id) => give(staff, third, id)));
    const given = ids.filter((_, i) => tries[i]?.ok);
    expect(given).toHaveLength(3);
    expect(await give(staff, third)).toMatchObject({ code: 'manager-needed' });
    expect((await give(staff, third, given[0])).ok).toBe(true); // the same again, not one more
    expect((await give(manager, third)).ok).toBe(true);
  });
});
