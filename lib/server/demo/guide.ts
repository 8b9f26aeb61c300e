import 'server-only';
import { BY_SYSTEM } from '@/lib/audit/note';
import type { DemoGuide } from '@/lib/api/demo';
import { now } from '../clock';
import { isUsable } from '../db/terminals-store';
import { isDemo } from '../env';
import { hashPairingCode } from '../terminals/pairing-code';
import { createPairingCode } from '../terminals/create-pairing-code';
import { DEMO_OPERATOR, DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP, DEMO_SHOPPERS } from './people';

const CODE_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Codes are stored hashed, so the one on show is remembered here; losing it costs nothing. */
let shown: string | undefined;

/** @returns null where the demo is not on. */
export async function demoGuide(): Promise<DemoGuide | null> {
  if (!isDemo()) return null;
  return {
    shoppers: DEMO_SHOPPERS.map(({ name, phone, pin }) => ({
      name,
      phone,
      pin,
      password: DEMO_PASSWORD,
    })),
    staff: [DEMO_RESTAURANT, DEMO_SHOP].map(({ staff: { name, email } }) => ({
      name,
      email,
      password: DEMO_PASSWORD,
    })),
    operator: { name: DEMO_OPERATOR.name, email: DEMO_OPERATOR.email, password: DEMO_PASSWORD },
    pairingCode: await codeOnShow(),
  };
}

async function codeOnShow(): Promise<string> {
  if (!shown || !(await isUsable(hashPairingCode(shown), now()))) {
    shown = (await createPairingCode(DEMO_RESTAURANT.storeId, BY_SYSTEM, CODE_LIFETIME_MS)).code;
  }
  return shown;
}
