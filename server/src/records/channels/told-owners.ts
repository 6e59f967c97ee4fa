import { Injectable } from '@nestjs/common';
import { Organisation, type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { BRANCH_AMBIGUOUS, BRANCH_UNKNOWN, EMPLOYEE_AMBIGUOUS, EMPLOYEE_UNKNOWN } from './channels.errors.ts';
import type { LineFault, ToldAccount } from './told-account.ts';

/** Whose an account is, by id. */
export interface AccountOwnerIds {
  readonly branchId: string | null;
  readonly staffId: string | null;
}

type FindOwner = (told: ToldAccount) => AccountOwnerIds | LineFault;

/** Finds branches and people by the words of a file: a name, or the code that tells those of one name apart. */
@Injectable()
export class ToldOwners {
  constructor(
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
  ) {}

  /** Reads who there is once, for any number of lines. */
  async finder(): Promise<FindOwner> {
    const branches = await this.organisation.listBranches();
    const branchesBy = grouped(branches, ({ name, path }) => [name, path]);
    const people = await this.staff.listServingStaff();
    const peopleBy = grouped(people, ({ name, loginName, registrationNo }) => [
      name,
      loginName,
      ...(registrationNo === null ? [] : [registrationNo]),
    ]);
    return ({ branch, employee }) => {
      const offices = branch === null ? [] : (branchesBy.get(branch) ?? []);
      if (branch !== null && offices.length === 0) return { code: BRANCH_UNKNOWN };
      const officeIds = new Set(offices.map(({ branchId }) => branchId));
      if (employee === null) {
        if (officeIds.size > 1) return { code: BRANCH_AMBIGUOUS };
        return { branchId: offices[0]?.branchId ?? null, staffId: null };
      }
      const isThere = ({ branchId }: Staff) => branch === null || officeIds.has(branchId ?? '');
      const [person, ...others] = (peopleBy.get(employee) ?? []).filter(isThere);
      if (person === undefined) return { code: EMPLOYEE_UNKNOWN };
      if (others.length > 0) return { code: EMPLOYEE_AMBIGUOUS };
      return { branchId: person.branchId, staffId: person.staffId };
    };
  }
}

function grouped<Each>(
  all: readonly Each[],
  wordsOf: (each: Each) => readonly string[],
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all)
    for (const word of new Set(wordsOf(each))) groups.set(word, [...(groups.get(word) ?? []), each]);
  return groups;
}
