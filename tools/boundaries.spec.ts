import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';

/** One planted violation of each kind: the rule that must catch it, who imports, what is imported. */
const PLANTED: readonly (readonly [rule: string, from: string, to: string, text?: string])[] = [
  ['platform-knows-no-domain', 'server/src/platform/http/a.ts', 'server/src/foundation/audit/index.ts'],
  ['look-down-foundation-audit', 'server/src/foundation/audit/b.ts', 'server/src/records/identity/index.ts'],
  [
    'look-down-records-identity',
    'server/src/records/identity/c.ts',
    'server/src/records/engagement/index.ts',
  ],
  ['look-down-services-content', 'server/src/services/content/d.ts', 'server/src/action/feed/index.ts'],
  ['look-down-insight-scoring', 'server/src/insight/scoring/e.ts', 'server/src/insight/segments/index.ts'],
  ['look-down-action-feed', 'server/src/action/feed/f.ts', 'server/src/views/workspace/index.ts'],
  ['through-the-front-door', 'server/src/action/feed/g.ts', 'server/src/services/content/lesson.entity.ts'],
  ['front-door-for-the-root', 'server/src/app.module.ts', 'server/src/records/identity/member.entity.ts'],
  ['floors-do-not-know-the-root', 'server/src/services/content/h.ts', 'server/src/migrations/index.ts'],
  ['money-and-time-import-nothing', 'shared/src/money/i.ts', 'shared/src/time/index.ts'],
  ['pure-core', 'shared/src/rfm/j.ts', 'shared/src/contracts/content.ts'],
  ['shared-stands-alone', 'shared/src/messages/k.ts', 'server/src/program.ts'],
  ['no-zod-for-clients', 'miniprogram/src/l.ts', 'shared/src/contracts/content.ts'],
  ['clients-import-only-shared', 'console/src/m.ts', 'server/src/program.ts'],
  ['clients-import-only-shared', 'sandbox/src/n.ts', 'server/src/program.ts'],
  ['server-never-imports-the-sandbox', 'server/src/platform/http/o.ts', 'sandbox/src/main.ts'],
];

let root = '';
let found: { rule: string; from: string }[] = [];
const started = process.cwd();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'siyu-boundaries-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const up = (from: string): string => '../'.repeat(from.split('/').length - 1);
  for (const [, , to] of PLANTED) write(to, 'export const target = 1;\n');
  for (const [, from, to] of PLANTED)
    write(from, `import { target } from '${up(from)}${to}';\nexport const x = target;\n`);
  write(
    'server/src/foundation/reviews/p.ts',
    `import { q } from './q.ts';\nexport const p = (): number => q;\n`,
  );
  write('server/src/foundation/reviews/q.ts', `import { p } from './p.ts';\nexport const q = p.length;\n`);
  write('server/src/foundation/reviews/r.ts', `import { gone } from './gone.ts';\nexport const r = gone;\n`);
  write(
    'server/src/foundation/wechat/s.ts',
    `import { target } from '../audit/index.ts';\nexport const s = target;\n`,
  );
  write(
    'miniprogram/src/t.ts',
    `import type { target } from '../../shared/src/contracts/content.ts';\nexport type T = typeof target;\n`,
  );
  write(
    'shared/src/contracts/u.ts',
    `import { createHmac } from 'node:crypto';\nexport const u = createHmac;\n`,
  );
  symlinkSync(join(started, 'node_modules'), join(root, 'node_modules'));
  process.chdir(root);
  const { options, forbidden = [] } = configuration;
  const { tsConfig: _, ...rest } = (options ?? {}) as Record<string, unknown>;
  const answer: IReporterOutput = await cruise(
    ['shared/src', 'server/src', 'sandbox/src', 'miniprogram/src', 'console/src'],
    { ...rest, ruleSet: { forbidden }, validate: true, outputType: 'json' },
  );
  const parsed = JSON.parse(answer.output as string);
  found = parsed.summary.violations.map((each: { from: string; rule: { name: string } }) => ({
    rule: each.rule.name,
    from: each.from,
  }));
});

afterAll(() => {
  process.chdir(started);
  rmSync(root, { recursive: true, force: true });
});

describe('the law of the house', () => {
  it.each(PLANTED)('A-01 %s flags a planted import in %s of %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('A-01 flags a cycle and an import that leads nowhere', () => {
    expect(found.map((each) => each.rule)).toEqual(expect.arrayContaining(['no-cycle', 'resolvable']));
  });

  it('E-04 flags signing in the module that the server and the box have in common', () => {
    expect(found).toContainEqual({ rule: 'shared-stands-alone', from: 'shared/src/contracts/u.ts' });
  });

  it('A-01 lets a later module use an earlier one, and the phone use types', () => {
    expect(found.filter((each) => /wechat\/s|miniprogram\/src\/t/.test(each.from))).toEqual([]);
  });
});
