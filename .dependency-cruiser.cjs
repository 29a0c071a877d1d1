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
      comment: 'It runs any template: what it has to know of the cabinet it is given as options.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(functions|shared|web|infra|test)/', pathNot: '^infra/local/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
