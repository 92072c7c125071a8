const swc = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
}
const common = {
  transform: swc,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  // zod's locales are two files by condition; jest takes the one it can run.
  moduleNameMapper: {
    '^zod/v4/locales/(.*)[.]js$': '<rootDir>/node_modules/zod/v4/locales/$1.cjs',
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    '^@/(.*)$': '<rootDir>/client/src/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}
// One project per kind of proof; scripts/test.mjs runs them in this order and prints the time of each.
module.exports = {
  // What a test proves does not depend on how busy the machine is; how long a call may take is said where it is measured.
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'unit', roots: ['<rootDir>/domain', '<rootDir>/client', '<rootDir>/local'] },
    {
      ...common,
      displayName: 'functions',
      roots: ['<rootDir>/cloudfunctions', '<rootDir>/test/functions'],
    },
    { ...common, displayName: 'bundle', roots: ['<rootDir>/test/bundle'] },
    { ...common, displayName: 'browser', roots: ['<rootDir>/test/browser'] },
  ],
}
