import type { PathDetail, PathDraft } from '@siyu/shared/contracts/paths';
import { pathChanges } from './path-changes.ts';

interface PathDifferencesProps {
  readonly detail: PathDetail;
  readonly draft: PathDraft;
  readonly titleOf: (lessonId: string) => string;
}

/** What publishing would change for members. */
export function PathDifferences({ detail: { live }, draft, titleOf }: PathDifferencesProps) {
  if (live === null) return <p className="note">线上还没有这条路径，发布后出现在学堂里。</p>;
  const changes = pathChanges(live, draft, titleOf);
  if (changes.length === 0) return <p className="note">和线上的一样。</p>;
  return (
    <table className="path-differences">
      <caption>和线上的不同（{changes.length} 处）</caption>
      <thead>
        <tr>
          <th scope="col">哪里</th>
          <th scope="col">线上</th>
          <th scope="col">这一版</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
