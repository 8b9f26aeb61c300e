import type { ComponentType } from 'react';
import type { OtherWay } from './flow';
import { PhoneScreen } from './phone-screen';
import { PinScreen } from './pin-screen';
import type { WayScreenProps } from './way-screen';

interface WayScreen {
  readonly Screen: ComponentType<WayScreenProps>;
  /** Longer than the step takes: after this the counter asks whether anybody is there. */
  readonly quietMs: number;
}

/** The counter's screen of every way but the face, which has two (`flow.ts`). */
export const WAY_SCREENS: Record<OtherWay, WayScreen> = {
  pin: { Screen: PinScreen, quietMs: 60_000 },
  // Phones are slow to find.
  'own-phone': { Screen: PhoneScreen, quietMs: 180_000 },
};
