import { writtenUuid } from '@/lib/ids/uuid';

/** The demo's accounts, shown on the start page. They exist only where the demo was filled in. */
export const DEMO_PASSWORD = 'smile-at-the-fair';

export const DEMO_SHOPPERS = [
  {
    id: '0199f000-0000-7000-8000-00000000a001',
    name: 'Mina Larsen',
    phone: '+8613900001234',
    pin: '246810',
  },
  {
    id: '0199f000-0000-7000-8000-00000000a002',
    name: 'Otto Brandt',
    phone: '+8613900005678',
    pin: '135790',
  },
] as const;

/** Runs the demo's platform. */
export const DEMO_OPERATOR = {
  id: '0199f000-0000-7000-8000-00000000e001',
  name: 'Noor',
  email: 'noor@smiletopay.example',
} as const;

export const DEMO_RESTAURANT = {
  merchantId: '0199f000-0000-7000-8000-00000000b001',
  storeId: writtenUuid('0199f000-0000-7000-8000-00000000c001'),
  payee: 'K Pro',
  feeTerms: { basisPoints: 60 },
  tipPercents: [5, 10, 15],
  name: 'K Pro at the lake',
  staff: {
    id: '0199f000-0000-7000-8000-00000000d001',
    name: 'Lin at K Pro',
    email: 'lin@kpro.example',
  },
} as const;

export const DEMO_SHOP = {
  merchantId: '0199f000-0000-7000-8000-00000000b002',
  storeId: writtenUuid('0199f000-0000-7000-8000-00000000c002'),
  payee: 'Fair Goods',
  feeTerms: { basisPoints: 100 },
  tipPercents: [],
  name: 'Fair Goods',
  staff: {
    id: '0199f000-0000-7000-8000-00000000d002',
    name: 'Ida at Fair Goods',
    email: 'ida@fairgoods.example',
  },
} as const;
