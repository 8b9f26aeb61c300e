import { ownerAction } from '@/lib/server/http/action';
import { merchantBalance } from '@/lib/server/merchants/money';

export const GET = ownerAction({}, (owner) => merchantBalance(owner));
