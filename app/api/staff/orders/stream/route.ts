import { isStillStaff } from '@/lib/server/access/sign-in-staff';
import { staffAction } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';
import { boardStream } from '@/lib/server/orders/stream-board';

/** GET: the store's board as server-sent events, until the tablet goes away. */
export const GET = staffAction({}, async (staff, { request }) =>
  done(boardStream(staff, request.signal, () => isStillStaff(staff))),
);
