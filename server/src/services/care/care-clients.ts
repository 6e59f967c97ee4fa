import { Injectable } from '@nestjs/common';
import { Organisation, type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Identity, maskedMember } from '../../records/identity/index.ts';

interface Named {
  readonly memberNo: number | null;
  readonly branchId: string | null;
  readonly ownerId: string | null;
}

/** Names that rows of a list show: clients masked, branches, whose they are. */
export interface RowNames {
  readonly client: { readonly memberId: string; readonly displayName: string } | null;
  readonly branchName: string | null;
  readonly ownerName: string | null;
}

/** Who stands behind numbers and ids, for a page of rows at once. */
@Injectable()
export class CareClients {
  constructor(
    private readonly identity: Identity,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
  ) {}

  /** In the order of the rows. */
  async namesOf(rows: readonly Named[]): Promise<readonly RowNames[]> {
    const numbers = [...new Set(rows.flatMap(({ memberNo }) => memberNo ?? []))];
    const [members, branches, owners] = await Promise.all([
      this.identity.listMembers(numbers),
      this.organisation.listBranches(),
      this.staffOf(rows.map(({ ownerId }) => ownerId)),
    ]);
    const memberOf = new Map(members.map((each) => [each.memberNo, maskedMember(each)]));
    const branchOf = new Map(branches.map(({ branchId, name }) => [branchId, name]));
    return rows.map(({ memberNo, branchId, ownerId }) => ({
      client: memberOf.get(memberNo ?? 0) ?? null,
      branchName: branchOf.get(branchId ?? '') ?? null,
      ownerName: owners.get(ownerId ?? '')?.name ?? null,
    }));
  }

  staffOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Staff>> {
    return this.staff.listStaffByIds(ids.flatMap((id) => id ?? []));
  }
}
