import { statSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Seconds of the spec files that take longest for their size, as a whole run printed them. A fresh clone has no record
 * of its own, and the longest file begun last leaves a worker with nothing to do.
 */
const SECONDS = {
  'e2e/screens.spec.ts': 222,
  'e2e/crawl.spec.ts': 67,
  'e2e/console-imports.spec.ts': 67,
  'e2e/journey-weapp.spec.ts': 60,
  'e2e/journey-community.spec.ts': 46,
  'e2e/console-groups.spec.ts': 44,
  'e2e/console-staff.spec.ts': 28,
  'e2e/journey-h5.spec.ts': 47,
  'e2e/console.spec.ts': 77,
  'e2e/console-lists.spec.ts': 64,
  'e2e/sends.spec.ts': 56,
  'e2e/operations.spec.ts': 56,
  'e2e/crash.spec.ts': 42,
  'e2e/ingest-kill.spec.ts': 34,
  'server/src/services/content/content.spec.ts': 27,
  'server/src/foundation/brakes/brakes.spec.ts': 23,
  'server/src/testing/subscribe-messages.spec.ts': 22,
  'server/src/records/transactions/import-memory.spec.ts': 22,
  'server/src/testing/account-closing.spec.ts': 22,
  'server/src/records/transactions/import-resume.spec.ts': 21,
  'server/src/testing/access-matrix.spec.ts': 20,
  'server/src/platform/imports/imports.spec.ts': 19,
  'server/src/testing/killed-migrations.spec.ts': 34,
  'server/src/views/analytics/analytics.spec.ts': 20,
  'server/src/demo/demo-firm.spec.ts': 18,
  'server/src/platform/http/slow-clients.spec.ts': 16,
  'server/src/platform/jobs/carried.spec.ts': 16,
  'server/src/demo/demo-data-refusal.spec.ts': 16,
  'tools/train-wording.spec.ts': 14,
};
const BYTES_PER_SECOND = 2_000;

/** Jest's order of the spec files: the longest first. */
export default class SlowFirst {
  /** @param {readonly { readonly path: string }[]} tests */
  sort(tests) {
    const secondsOf = ({ path }) =>
      SECONDS[relative(process.cwd(), path)] ?? statSync(path).size / BYTES_PER_SECOND;
    return [...tests].sort((a, b) => secondsOf(b) - secondsOf(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  shard(tests) {
    return tests;
  }

  cacheResults() {
    // The table above is the record.
  }
}
