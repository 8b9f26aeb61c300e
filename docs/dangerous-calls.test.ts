import { expect, it } from 'vitest';
import { sourcesOf } from './sources.fixture';

const sources = sourcesOf(['app', 'bin', 'components', 'lib', 'models', 'prisma']);

/** What input could be run by, and where we use it on something that is no input. */
const CALLS: readonly (readonly [what: string, call: RegExp, allowed: readonly string[]])[] = [
  ['evaluates text', /\beval\(|new Function\(|\bvm\b.*from 'node:vm'/, []],
  ['writes HTML', /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/, []],
  ['writes into the page', /document\.write/, []],
  ['makes a pattern of text', /new RegExp\(/, ['lib/text/shown-text.ts']],
  // The operator's own command, which prints the master key.
  [
    'runs a command line',
    /\bexecSync\(|\bexec\(['`"]|shell: true/,
    ['lib/server/sealing/key-source.ts'],
  ],
  ['opens a window', /window\.open\(/, []],
  ['hears other windows', /window\.addEventListener\('message'/, []],
  ['goes round certificates', /rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED/, []],
  ['merges into objects', /lodash|Object\.setPrototypeOf|\.__proto__/, []],
];

it.each(CALLS)('nothing %s', (_, call, allowed) => {
  const users = sources.filter(({ text }) => call.test(text)).map(({ file }) => file);
  expect(users).toEqual(allowed);
});

it('what is fetched by the server follows no redirect', () => {
  const fetching = sources.filter(
    ({ file, text }) => file.startsWith('lib/server/') && /\bfetch\(/.test(text),
  );
  expect(fetching.map(({ file }) => file)).toEqual(['lib/server/events/send-text-message.ts']);
  for (const { text } of fetching) expect(text).toContain(`redirect: 'error'`);
});
