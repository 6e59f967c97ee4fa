// One Jest for the whole repository; each project is a folder of specs with its own environment.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {Record<string, unknown>} parser */
const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', ...parser },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const node = {
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['siyu-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc({ decorators: true }) },
  modulePathIgnorePatterns: ['/dist/'],
};

const AFTERWARDS = 'e2e/afterwards/';
/** Each kills what it started itself, and answers for what is there afterwards: two of them may share the machine. */
const KILLS = [
  'e2e/award-kills.spec.ts',
  'e2e/campaign-kills.spec.ts',
  'e2e/crash.spec.ts',
  'e2e/ingest-kill.spec.ts',
  'e2e/operations.spec.ts',
  'e2e/faults/disk-full.spec.ts',
];
/** What floods or measures needs it to itself. */
const ALONE = [
  'e2e/overload.spec.ts',
  'e2e/rolling-restart.spec.ts',
  'e2e/sends.spec.ts',
  'e2e/faults/database-away.spec.ts',
];

export default {
  rootDir: root,
  testSequencer: '<rootDir>/tools/slow-first.mjs',
  workerIdleMemoryLimit: '1200MB',
  // Two busy cores boot an application in seconds, not milliseconds; what must be quick says so itself.
  testTimeout: 30_000,
  projects: [
    { ...node, displayName: 'shared', testMatch: ['<rootDir>/shared/src/**/*.spec.ts'] },
    { ...node, displayName: 'server', testMatch: ['<rootDir>/server/src/**/*.spec.ts'] },
    { ...node, displayName: 'sandbox', testMatch: ['<rootDir>/sandbox/src/**/*.spec.ts'] },
    { ...node, displayName: 'tools', testMatch: ['<rootDir>/tools/**/*.spec.ts'] },
    { ...node, displayName: 'console', testMatch: ['<rootDir>/console/src/**/*.spec.ts'] },
    // Journeys share the machine; what they asked for is looked back at afterwards.
    {
      ...node,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
      testPathIgnorePatterns: [...KILLS, ...ALONE, AFTERWARDS],
    },
    { ...node, displayName: 'e2e-kills', testRegex: KILLS },
    { ...node, displayName: 'e2e-alone', testRegex: ALONE },
    { ...node, displayName: 'e2e-afterwards', testMatch: [`<rootDir>/${AFTERWARDS}*.spec.ts`] },
    ...(existsSync(`${root}miniprogram/jest.config.mjs`) ? ['<rootDir>/miniprogram/jest.config.mjs'] : []),
  ],
};
