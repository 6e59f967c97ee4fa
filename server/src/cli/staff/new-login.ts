import { parseArgs } from 'node:util';
import { LOGIN_NAME_MAX, ROLES, type Role } from '@siyu/shared/contracts/identity.limits';
import { WECOM_USER_ID_MAX, WECOM_USER_ID_PATTERN } from '@siyu/shared/contracts/staff.limits';
import { SCOPE_KINDS, type ScopeKind } from '../../foundation/organisation/index.ts';
import { UsageError } from '../command/run-command.ts';

/** A login as it is asked for on the command line. */
export interface NewLogin {
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scopeKind: ScopeKind;
  /** Codes from the top down, such as `/gz/tianhe/`; null for head office. */
  readonly branchPath: string | null;
  /** Name of the branch, should it have to be made. */
  readonly branchName: string | null;
  readonly registrationNo: string | null;
  /** What WeCom calls the person. */
  readonly wecomUserId: string | null;
  /** Make a password and print it once, instead of reading one. */
  readonly isPasswordMade: boolean;
}

export const STAFF_USAGE = `npm run staff:create -- --login NAME --name 姓名 --roles ROLE,… [options]

Makes a login for the console; the first one of a deployment. The server must be stopped when the data is SQLite.
The password is asked for, or read as one line from a pipe.

  --scope firm|branch|book   whose members the person sees; book (the own ones) for an adviser, else firm
  --branch PATH              where the person works, such as /gz/tianhe/
  --branch-name 名称         makes that branch when there is none
  --registration-no NO       of the securities association; an adviser needs one
  --wecom-user ID            what WeCom calls the person: their groups and customers there are theirs here
  --generate                 makes a password and prints it once

Roles: ${ROLES.join(', ')}`;

/** @throws {UsageError} naming the first thing that is missing or wrong. */
export function readNewLogin(args: readonly string[]): NewLogin | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      roles: { type: 'string' },
      scope: { type: 'string' },
      branch: { type: 'string' },
      'branch-name': { type: 'string' },
      'registration-no': { type: 'string' },
      'wecom-user': { type: 'string' },
      generate: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { login = '', name = '' } = values;
  if (!/^[a-z0-9][a-z0-9._@-]*$/.test(login) || login.length > LOGIN_NAME_MAX)
    throw new UsageError(`--login must be 1 to ${LOGIN_NAME_MAX} of a-z, 0-9 and . _ @ -`);
  if (name.trim().length < 1 || name.length > 40) throw new UsageError('--name must be 1 to 40 characters.');
  const roles = rolesOf(values.roles ?? '');
  const standard = roles.includes('adviser') ? 'book' : 'firm';
  const scopeKind = SCOPE_KINDS.find((kind) => kind === (values.scope ?? standard));
  if (scopeKind === undefined) throw new UsageError(`--scope must be one of ${SCOPE_KINDS.join(', ')}.`);
  const branchPath = values.branch ?? null;
  if (scopeKind === 'branch' && branchPath === null)
    throw new UsageError('--scope branch needs --branch, such as --branch /gz/tianhe/.');
  const wecomUserId = values['wecom-user'] ?? null;
  if (wecomUserId !== null && !WECOM_USER_ID_PATTERN.test(wecomUserId))
    throw new UsageError(`--wecom-user must be 1 to ${WECOM_USER_ID_MAX} of letters, digits and _ - . @`);
  const registrationNo = values['registration-no'] ?? null;
  if (roles.includes('adviser') && registrationNo === null)
    throw new UsageError('An adviser needs --registration-no: members read it beside the name.');
  return {
    loginName: login,
    name: name.trim(),
    roles,
    scopeKind,
    branchPath,
    branchName: values['branch-name'] ?? null,
    registrationNo,
    wecomUserId,
    isPasswordMade: values.generate,
  };
}

function rolesOf(text: string): readonly Role[] {
  const names = text.split(',').map((each) => each.trim());
  const strange = names.find((each) => !ROLES.some((role) => role === each));
  if (strange !== undefined)
    throw new UsageError(`--roles must name one or more of ${ROLES.join(', ')}; "${strange}" is none.`);
  return ROLES.filter((role) => names.includes(role));
}
