/** Who may import whom; the table stands in docs/adr/0001-the-house.md. */
const only = (folder, ...allowed) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import ${allowed.join(', ') || 'nothing else of src'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^(src/|migrations/|ormconfig)',
    pathNot: [`^src/${folder}/`, ...allowed.map((name) => `^${name}`)],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('core'),
    only('app', 'src/core/'),
    only('store', 'src/core/', 'src/app/ports/', 'migrations/'),
    only('identity', 'src/core/', 'src/app/'),
    only('fetch', 'src/core/'),
    only('processes'),
    only('vision', 'src/core/', 'src/app/ports/', 'src/processes/'),
    only('screening', 'src/core/', 'src/app/ports/'),
    only('models', 'src/core/', 'src/app/ports/'),
    only('sound', 'src/core/'),
    only('originals', 'src/core/', 'src/app/ports/', 'src/processes/'),
    only('tables', 'src/core/', 'src/app/ports/'),
    only('demo', 'src/core/', 'src/app/ports/'),
    only('journal', 'src/core/', 'src/app/ports/'),
    only('backup-files', 'src/core/', 'src/app/ports/'),
    only('log-folder', 'src/core/', 'src/app/ports/'),
    only('snapshot-files', 'src/core/', 'src/app/ports/', 'src/log-key/'),
    only('check-threads', 'src/core/', 'src/app/', 'src/log-key/'),
    only('log-key', 'src/core/', 'src/app/ports/'),
    only('witness', 'src/core/', 'src/log-key/', 'src/data-folder/'),
    only('data-folder'),
    only('verifier'),
    only('graphql', 'src/core/', 'src/app/', 'src/identity/'),
    only('http', 'src/core/', 'src/app/', 'src/identity/'),
    only('client', 'src/core/'),
    only('web', 'src/core/', 'src/client/'),
    {
      name: 'cli-imports',
      comment:
        'Commands reach the registry through use cases; only the composition may open a store or start a server.',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '^src/cli/(commands/(serve|migrate)|own-store|main)\\.ts$' },
      to: { path: '^src/(store|server|compose-registry|http|graphql|identity)' },
    },
    {
      name: 'core-is-pure',
      comment: 'src/core runs in server, command line and browser: audited hashes only, nothing of Node.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/@noble/hashes' },
    },
    {
      name: 'verifier-by-node-alone',
      comment:
        'The verifier shares nothing with what wrote the log, not even a library; it hashes as Node does.',
      severity: 'error',
      from: { path: '^src/verifier/' },
      to: { dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'verifier-for-commands',
      comment:
        'Whoever writes the log cannot lean on what checks it: only the command line reaches the verifier.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(verifier|cli)/' },
      to: { path: '^src/verifier/' },
    },
    {
      name: 'curves-only-in-the-browser',
      comment:
        'Signatures are checked by Node where there is Node. The page that verifies proofs brings its own, and no other page its weight.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/verification/noble-ed25519\\.ts$' },
      to: { path: 'node_modules/@noble/curves' },
    },
    {
      name: 'requests-only-in-fetch',
      comment: 'Every outgoing request goes through the guard in src/fetch.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/fetch/' },
      to: { path: ['node_modules/undici', '^(node:)?(http|https|http2|dns|tls)$'], pathNot: [] },
    },
    {
      name: 'model-runtime-in-one-process',
      comment:
        'The library for models and its runtime are loaded by the process that holds one, and by nothing else.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vision/embedding-worker\\.mjs$' },
      to: { path: 'node_modules/(@xenova/transformers|onnxruntime)' },
    },
    {
      name: 'manifests-read-apart',
      comment:
        'What takes the manifests of strangers apart is loaded by the process that reads one, and by nothing else.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/originals/',
      },
      to: { path: 'node_modules/(@trustnxt|@peculiar|pkijs)/' },
    },
    {
      name: 'typeorm-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(typeorm|pg|@electric-sql)/' },
    },
    {
      name: 'type-graphql-only-in-graphql',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/graphql/' },
      to: { path: 'node_modules/(type-graphql|@apollo/server)/' },
    },
    {
      name: 'checker-alone',
      comment: 'The package of the checker brings no database, no model and no server (docs/adr/0023).',
      severity: 'error',
      from: { path: '^src/cli/checker-main\\.ts$' },
      to: {
        reachable: true,
        path: [
          '^src/(store|models|screening|originals|demo|journal|witness|identity|graphql|http|web|data-folder)/',
          '^src/vision/embedding',
          '^src/(server|config|compose-[a-z]+)\\.ts$',
          'node_modules/(typeorm|pg|@electric-sql|@xenova|express|type-graphql|@apollo)/',
        ],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
