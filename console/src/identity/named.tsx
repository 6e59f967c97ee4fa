import { Link } from 'react-router';
import { mayUse, membersPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';

/** A registration by its masked name and its id: enough to look it up, and a way to it for those who may. */
export function Named({ displayName, memberId }: { displayName: string; memberId: string }) {
  return (
    <>
      {mayUse(membersPage, useStaff().roles) ? (
        <Link to={`${membersPage.path}/${memberId}`}>{displayName}</Link>
      ) : (
        displayName
      )}{' '}
      <span className="note">{memberId}</span>
    </>
  );
}
