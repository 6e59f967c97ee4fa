import type { PostPreview } from '@siyu/shared/contracts/campaigns';
import { postRefusalSentences, viewerStandingNames } from '@siyu/shared/messages';
import { Link } from 'react-router';
import { mayUse, membersPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatCount } from '../format/figures.ts';
import { detailsSaid } from './campaign-words.ts';

/** Who would read a post, and who of them forces it to be education and nothing else. */
export function PostPanel({ post }: { post: PostPreview }) {
  const { viewers, refusal, isEducationOnly, forcedBy, groups } = post;
  const mayOpen = mayUse(membersPage, useStaff().roles);
  return (
    <div className="campaign-post">
      <p>
        一共 {formatCount(viewers)} 位看得到
        {groups.length > 0 &&
          `（${groups.map(({ name, viewers: many }) => `「${name}」${formatCount(many)} 位`).join('，')}）`}
        。{isEducationOnly ? '只能发投资者教育内容。' : '没有谁让它只能是教育内容。'}
      </p>
      {refusal !== null && (
        <div className="notice notice-warning" role="alert">
          {postRefusalSentences[refusal]}
        </div>
      )}
      {forcedBy.length > 0 && (
        <>
          <h3>谁让这条内容只能是教育内容</h3>
          <ul className="stays" aria-label="谁让这条内容只能是教育内容">
            {forcedBy.map(({ standing, viewers: many, people, details }) => (
              <li key={standing}>
                <span className="strong">
                  {viewerStandingNames[standing]} {formatCount(many)} 位
                </span>
                <span className="actions">
                  {people.map(({ memberId, displayName }) =>
                    mayOpen ? (
                      <Link key={memberId} to={`${membersPage.path}?member=${memberId}`}>
                        {displayName}
                      </Link>
                    ) : (
                      <span key={memberId}>{displayName}</span>
                    ),
                  )}
                </span>
                <span className="note">
                  {[
                    detailsSaid(details),
                    standing !== 'UNLINKED' && many > people.length
                      ? `另有 ${formatCount(many - people.length)} 位不在您能看的范围，不显示姓名`
                      : '',
                  ]
                    .filter((said) => said !== '')
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
