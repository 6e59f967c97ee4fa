import { fieldName, plainValue } from './config-words.ts';
import { differencesOf } from './differences.ts';

interface ConfigDifferencesProps {
  readonly before: object;
  readonly after: object;
  /** The version `before` is, such as 3. */
  readonly version: number;
}

/** What a version would change of the one in force, place by place. */
export function ConfigDifferences({ before, after, version }: ConfigDifferencesProps) {
  const differences = differencesOf(before, after);
  if (differences.length === 0)
    return (
      <div className="notice" role="status">
        内容和现在生效的第 {version} 版相同。
      </div>
    );
  return (
    <section className="config-differences" aria-label="与生效版本的差异">
      <p className="note">
        和现在生效的第 {version} 版相比，有 {differences.length} 处不同：
      </p>
      <ul>
        {differences.map(({ path, before: old, after: next }) => {
          const field = path.at(-1) ?? '';
          return (
            <li key={JSON.stringify([path, old, next])}>
              <div className="strong">{fieldName(path)}</div>
              {old !== undefined && <div className="was">原：{plainValue(field, old)}</div>}
              {next !== undefined && <div>新：{plainValue(field, next)}</div>}
              {next === undefined && <div>新：删去</div>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
