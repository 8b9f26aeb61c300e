import type { ComponentType } from 'react';
import type { PhoneWay } from '@/lib/payments/ways';
import { PayByPasskey } from './pay-by-passkey';
import { PayByPin } from './pay-by-pin';
import { PayBySmile } from './pay-by-smile';
import type { PayWayProps } from './pay-screen';

/** The phone's screen of every way to pay. */
export const WAY_SCREENS: Record<PhoneWay, ComponentType<PayWayProps>> = {
  face: PayBySmile,
  pin: PayByPin,
  passkey: PayByPasskey,
};
