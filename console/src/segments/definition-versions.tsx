import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { formatInstant } from '../format/moments.ts';
import { RuleSaid } from '../rules/rule-said.tsx';

/** What was live before, the latest first. */
export function DefinitionVersions({ versions }: Pick<SegmentDefinition, 'versions'>) {
  return (
    <section aria-label="之前的版本">
      <h2>之前的版本</h2>
      <ol className="segment-versions">
        {versions.map(({ version, rule, holdoutPercent, authorName, activatedAt }) => (
          <li key={version}>
            <div className="strong">第 {version} 版</div>
            <RuleSaid rule={rule} />
            <div className="note">
              {authorName}，{formatInstant(activatedAt)} 启用
              {holdoutPercent > 0 && `，留出 ${holdoutPercent}%`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
