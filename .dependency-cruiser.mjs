import { FLOORS } from './tools/floors.mjs';

const SRC = '^server/src/';
/** Specs and their test tools see the whole. */
const STANDS_OUTSIDE = '[.]spec[.]tsx?$|/testing/';
const rules = [];

// Six floors that look only downwards; within a floor a module imports earlier ones only.
FLOORS.forEach((floor, level) => {
  const higher = FLOORS.slice(level + 1).map((each) => each.name);
  if (floor.modules === null) {
    rules.push({
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: `${SRC}${floor.name}/`, pathNot: STANDS_OUTSIDE },
      to: { path: `${SRC}(?!${floor.name}/)`, pathNot: `${SRC}testing/` },
    });
    return;
  }
  floor.modules.forEach((module, position) => {
    const later = floor.modules.slice(position + 1);
    const forbidden = [
      ...(later.length > 0 ? [`${floor.name}/(${later.join('|')})/`] : []),
      ...(higher.length > 0 ? [`(${higher.join('|')})/`] : []),
    ];
    if (forbidden.length === 0) return;
    rules.push({
      name: `look-down-${floor.name}-${module}`,
      severity: 'error',
      from: { path: `${SRC}${floor.name}/${module}/`, pathNot: STANDS_OUTSIDE },
      to: { path: `${SRC}(${forbidden.join('|')})` },
    });
  });
});

const floorNames = FLOORS.filter((floor) => floor.modules !== null).map((floor) => floor.name);
const anyModule = `${SRC}(${floorNames.join('|')})/([^/]+)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rules,
    {
      name: 'through-the-front-door',
      comment:
        'A module is used through its index.ts. Migrations, demo data and specs stand outside the floors.',
      severity: 'error',
      from: { path: anyModule, pathNot: STANDS_OUTSIDE },
      to: { path: anyModule, pathNot: [`${SRC}$1/$2/`, '/index[.]ts$'] },
    },
    {
      name: 'front-door-for-the-root',
      severity: 'error',
      from: { path: `${SRC}(app[.]module|main|demo/|cli/)`, pathNot: STANDS_OUTSIDE },
      to: { path: anyModule, pathNot: '/index[.]ts$' },
    },
    {
      name: 'floors-do-not-know-the-root',
      severity: 'error',
      from: { path: `${SRC}(${FLOORS.map((floor) => floor.name).join('|')})/`, pathNot: STANDS_OUTSIDE },
      to: { path: `${SRC}(app[.]module|main|demo/|cli/|migrations/|testing/)` },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'money-and-time-import-nothing',
      severity: 'error',
      from: { path: '^shared/src/(money|time)/', pathNot: STANDS_OUTSIDE },
      to: { pathNot: '^shared/src/$1/' },
    },
    {
      name: 'pure-core',
      comment: 'Scoring imports money and time only, and no package.',
      severity: 'error',
      from: { path: '^shared/src/(rfm|rules|suitability)/', pathNot: STANDS_OUTSIDE },
      to: { pathNot: '^shared/src/(money|time|$1)/' },
    },
    {
      name: 'pure-incentives',
      comment: 'What is awarded is decided by the rule language, money and time only, and no package.',
      severity: 'error',
      from: { path: '^shared/src/incentives/', pathNot: STANDS_OUTSIDE },
      to: { pathNot: '^shared/src/(money|time|rules|incentives)/' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: STANDS_OUTSIDE },
      to: { pathNot: ['^shared/src/', 'node_modules/zod/'] },
    },
    {
      name: 'no-zod-for-clients',
      comment:
        'Routes, limits, the texts of a contract, messages and theme are all the phone and the console may load; types are free.',
      severity: 'error',
      from: {
        path: [
          '^(miniprogram|console)/src/',
          '^shared/src/contracts/[^/]+[.](routes|limits|texts)[.]ts$',
          '^shared/src/(messages|theme)/',
        ],
        pathNot: '[.]spec[.]tsx?$',
      },
      to: {
        path: [
          '^shared/src/contracts/(?!route[.]ts$|routes[.]ts$|[^/]+[.](routes|limits|texts)[.]ts$)',
          'node_modules/zod/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'clients-import-only-shared',
      severity: 'error',
      from: { path: '^(miniprogram|console|sandbox)/src/' },
      to: { path: '^(server|sandbox|miniprogram|console|tools|e2e)/', pathNot: '^$1/' },
    },
    {
      name: 'server-never-imports-the-sandbox',
      severity: 'error',
      from: { path: '^server/src/', pathNot: STANDS_OUTSIDE },
      to: { path: '^(sandbox|miniprogram|console|tools|e2e)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(server|shared|sandbox)/src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['siyu-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
