import { z } from 'zod';
import { inviteOperator } from '@/lib/server/operators/invite-operator';
import { shownTextSchema } from '@/lib/text/shown-text';
import { StartFailure } from './launch/failure';
import { runOperatorCommand, withDatabase } from './launch/operator-command';

const USAGE = `Makes somebody an operator of the platform, who decides cases and disputes.

  npm run operator:invite -- --name Noor --email noor@example.com

prints a link's end that is good for one day and one password. For somebody who is an operator
already it sets a new password, and signs them out everywhere.`;

const wishSchema = z.object({ name: shownTextSchema(60), email: z.email().max(200) });

await runOperatorCommand({
  usage: USAGE,
  options: { name: { type: 'string' }, email: { type: 'string' } },
  run: async ({ name, email, 'data-dir': dataDir }) => {
    const wish = wishSchema.safeParse({ name, email });
    if (!wish.success)
      throw new StartFailure('Say who it is: --name Noor --email noor@example.com');
    const token = await withDatabase(dataDir, () => inviteOperator(wish.data, new Date()));
    console.log(`Open this page of the app within a day: /operator/join#${token}`);
  },
});
