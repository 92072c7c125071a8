// Who may import whom (docs/decisions/0001, CONTRIBUTING.md). test/functions/house.test.ts shows that each rule bites.
const tests = '\\.test\\.tsx?$'
const typesOnly = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'In a circle nothing can be understood, tested or loaded first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at the first call of it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-the-trade-alone',
      comment: 'The trade is the same whoever stores or shows it.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { path: '^(client|cloudfunctions|local|demo|test|scripts)/' },
    },
    {
      name: 'domain-does-no-io',
      comment:
        'The trade runs in a mini-program, a browser and a function alike: nothing of Node is everywhere.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-packages',
      comment:
        'Each package here is paid for in the mini-program: zod, dayjs, fast-sha256, decimals (big.js), no more.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { path: '^node_modules/', pathNot: '^node_modules/(zod|dayjs|fast-sha256|big.js)/' },
    },
    {
      name: 'zod-through-the-domain',
      comment:
        'domain/zod.ts sets Chinese messages and jitless before the first schema, and keeps the small build.',
      severity: 'error',
      from: { pathNot: ['^domain/zod\\.ts$', tests] },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'context-through-its-index',
      comment: "Another context's index.ts holds what it offers; the rest is its own affair.",
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: tests },
      to: {
        path: '^cloudfunctions/[^/]+/',
        pathNot: ['^cloudfunctions/($1|kernel|database)/', '^cloudfunctions/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'deployed-through-index',
      comment: 'A deployed function is put together from what the contexts offer.',
      severity: 'error',
      from: { path: '^cloudfunctions/[^/]+\\.ts$', pathNot: tests },
      to: {
        path: '^cloudfunctions/[^/]+/',
        pathNot: ['^cloudfunctions/kernel/', '^cloudfunctions/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'kernel-knows-no-context',
      comment: 'Every context stands on the kernel.',
      severity: 'error',
      from: { path: '^cloudfunctions/kernel/', pathNot: tests },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(kernel|database)/' },
    },
    {
      name: 'cloud-sdk-in-the-kernel',
      comment: 'Transactions, limits and identity are right in one place: cloudfunctions/kernel.',
      severity: 'error',
      from: { pathNot: ['^cloudfunctions/kernel/', '^(local|test)/', tests] },
      to: { path: '^node_modules/(wx-server-sdk|@cloudbase)/' },
    },
    {
      name: 'functions-stand-alone',
      comment: 'What is deployed is made of the functions and the trade.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: tests },
      to: { path: '^(client|local|demo|test|scripts)/' },
    },
    {
      name: 'client-sees-types-of-functions',
      comment: 'The screens know what a procedure takes and answers, and carry none of its code.',
      severity: 'error',
      from: { path: '^client/', pathNot: tests },
      to: { path: '^cloudfunctions/', ...typesOnly },
    },
    {
      name: 'client-carries-no-server',
      comment: 'Server packages would enter the mini-program; their types cost nothing.',
      severity: 'error',
      from: { path: '^client/', pathNot: tests },
      to: { path: '^node_modules/(wx-server-sdk|@trpc|@cloudbase|lmdb|mingo|bson)/', ...typesOnly },
    },
    {
      name: 'client-stands-alone',
      comment: 'Nothing of the laptop, the demo or the tests goes to a phone.',
      severity: 'error',
      from: { path: '^client/', pathNot: tests },
      to: { path: '^(local|demo|test|scripts)/' },
    },
    {
      name: 'client-is-no-node',
      comment: 'A phone has no Node; client/config runs on the machine that builds.',
      severity: 'error',
      from: { path: '^client/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'local-knows-no-cables',
      comment: 'The laptop cloud is CloudBase, and would serve another product as well. It is given paths.',
      severity: 'error',
      from: { path: '^local/', pathNot: tests },
      to: { path: '^(client|cloudfunctions|domain|demo|test|scripts)/' },
    },
    {
      name: 'shipped-packages-are-dependencies',
      comment: 'What is shipped must not lean on a tool that happens to be installed.',
      severity: 'error',
      from: { path: '^(domain|cloudfunctions|client/src)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...typesOnly },
    },
    {
      name: 'tests-are-leaves',
      comment: 'What a test needs from another lies in a file that is no test.',
      severity: 'error',
      from: {},
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)/' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // client/package.json only tells Taro its root; the packages stand in the repository's own
    combinedDependencies: true,
    // tells `import type` from an import that stays in the code
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}
