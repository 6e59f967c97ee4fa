import { statSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Seconds of the spec files that take longest for their size, as a whole run printed them. A fresh clone has no record
 * of its own, and the longest file begun last leaves a worker with nothing to do.
 */
const SECONDS = {
  'e2e/screens.spec.ts': 180,
  'e2e/crawl.spec.ts': 67,
  'e2e/console-imports.spec.ts': 67,
  'e2e/journey-weapp.spec.ts': 51,
  'e2e/console-staff.spec.ts': 47,
  'e2e/journey-h5.spec.ts': 47,
  'e2e/console.spec.ts': 43,
  'e2e/console-lists.spec.ts': 41,
  'e2e/sends.spec.ts': 56,
  'e2e/operations.spec.ts': 47,
  'server/src/services/content/content.spec.ts': 27,
  'server/src/testing/subscribe-messages.spec.ts': 22,
  'server/src/testing/killed-migrations.spec.ts': 22,
  'server/src/views/analytics/analytics.spec.ts': 20,
  'server/src/demo/demo-firm.spec.ts': 18,
  'server/src/platform/http/slow-clients.spec.ts': 16,
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
