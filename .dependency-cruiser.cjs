/** Tiers of the pages (docs/adr/0092), each of which knows those before it. */
const webTiers = ['i18n', 'session', 'api', 'kit', 'entities', 'shell', 'features', 'app'];

/** Import boundaries (docs/architecture.md says why). @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle-between-folders-of-shared',
      comment: 'A folder of shared/ can be read, and moved, without the folders that build on it.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^shared/' },
      to: { path: '^shared/', circular: true },
    },
    {
      name: 'a-capability-imports-no-other',
      comment: 'What two capabilities share lives in shared/.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/([^/]+)/', pathNot: '^functions/$1/' },
    },
    {
      name: 'shared-knows-no-capability',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|web|test)/' },
    },
    {
      name: 'functions-know-no-infrastructure',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|web|test)/' },
    },
    {
      name: 'only-a-store-knows-the-sdk',
      severity: 'error',
      from: { path: '^functions/', pathNot: '/(store|main)\\.ts$' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'only-an-adapter-of-shared-knows-the-sdk',
      severity: 'error',
      from: {
        path: '^shared/',
        pathNot:
          '^shared/(table/(client|table)|files/[^/]+|events/(client|event-bus)|identity/cognito/[^/]+)\\.ts$',
      },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'operations-of-the-user-pool-are-picked-in-one-place',
      comment:
        'A capability names the operations that it is granted in its user-pool.ts; its domain knows a port.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '/(user-pool|main)\\.ts$' },
      to: { path: '^shared/identity/cognito/' },
    },
    {
      name: 'routes-are-pure-contracts',
      severity: 'error',
      from: { path: '^functions/[^/]+/routes\\.ts$' },
      to: {
        path: '(node_modules/(@aws-sdk|@middy|@aws-lambda-powertools)/|/(store|environment|main)\\.ts$)',
      },
    },
    {
      name: 'the-deployed-cloud-knows-no-local-stack',
      severity: 'error',
      from: { path: '^(functions|shared|infra)/', pathNot: '^infra/(local|demo)/' },
      to: { path: '^infra/(local|demo)/' },
    },
    {
      name: 'the-local-stack-knows-no-product',
      comment:
        'It runs any template: what it has to know of an application it is given as options. So do its tests.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(functions|shared|web|infra|test)/', pathNot: '^infra/local/' },
    },
    ...webTiers.slice(0, -1).map((tier, index) => ({
      name: `web-${tier}-knows-no-higher-tier`,
      severity: 'error',
      from: { path: `^web/src/${tier}/` },
      to: { path: `^web/src/(?:${webTiers.slice(index + 1).join('|')})/|^web/src/main\\.tsx$` },
    })),
    {
      name: 'every-page-module-is-in-a-tier',
      severity: 'error',
      from: {},
      to: { path: '^web/src/', pathNot: `^web/src/(?:${webTiers.join('|')})/` },
    },
    {
      name: 'a-feature-imports-no-other',
      comment: 'What several features show lives in entities/, what any page may use in kit/.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'no-circle-of-web-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^web/src' },
      to: { path: '^web/src', circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
