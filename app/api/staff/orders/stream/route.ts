import { currentStaff } from '@/lib/server/access/sign-in-staff';
import { problemResponse } from '@/lib/server/http/problem';
import { boardStream } from '@/lib/server/orders/stream-board';

/** GET: the store's board as server-sent events, until the tablet goes away. */
export async function GET(request: Request): Promise<Response> {
  const staff = await currentStaff();
  if (!staff) return problemResponse('not-signed-in', crypto.randomUUID());
  return boardStream(staff, request.signal);
}
