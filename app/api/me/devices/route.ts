import { clientName } from '@/lib/access/client-name';
import { registerDeviceSchema } from '@/lib/api/devices';
import { listOwnPhones, registerPhone } from '@/lib/server/access/own-phone';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/me/devices', {}, (shopper) => listOwnPhones(shopper));

export const POST = action(
  'POST /api/me/devices',
  { body: registerDeviceSchema, status: 201 },
  (shopper, { body, request }) =>
    registerPhone(shopper, body, clientName(request.headers.get('user-agent'))),
);
