import { removePasskey } from '@/lib/server/access/passkeys/remove-passkey';
import { action, paramsWithId } from '@/lib/server/http/action';

export const DELETE = action(
  'DELETE /api/staff/passkeys/:id',
  { params: paramsWithId, status: 204 },
  ({ id: subjectId }, { params }) => removePasskey({ audience: 'staff', subjectId }, params.id),
);
