import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
  }[];
}

/** What we would not say anything of is not looked for: half of the time went into it. */
const RUN = `axe.run(document, {
  resultTypes: ['violations'],
  rules: Object.fromEntries(
    axe._audit.rules
      .filter(({ impact }) => impact !== 'serious' && impact !== 'critical')
      .map(({ id }) => [id, { enabled: false }]),
  ),
})`;

/** What axe finds serious or critical, contrast of drawn text included; one sentence per rule. */
export async function checkAccessibility(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(RUN);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 110));
      return `axe ${id}: ${help} (${nodes.length}×) ${places.join(' | ')}`;
    });
}
