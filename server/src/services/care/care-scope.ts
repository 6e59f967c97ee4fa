import { Injectable } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Organisation, type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, type MemberCondition } from '../../records/identity/index.ts';
import { ownAdviser, ownerUnfit } from './care.errors.ts';

/** Who takes complaints and calls clients. Advisers and managers do not: it may be about them. */
export const CARE_ROLES = ['service', 'branchHead', 'compliance'] as const satisfies readonly Role[];

const MOST = 20;

/** What lies in a branch and is somebody's to do. */
interface Placed {
  readonly branchId: string | null;
  readonly ownerId: string | null;
  readonly memberNo: number | null;
}

/** Who sees and who may be given a complaint or a call. */
@Injectable()
export class CareScope {
  constructor(
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
  ) {}

  /**
   * What a caller sees: the firm everything, a branch its own, everybody what was given to them. A book is no ground
   * to see a complaint: it may be about whose book it is.
   */
  async condition({ id, scope }: Principal): Promise<MemberCondition> {
    if (scope.kind === 'firm') return { sql: '1 = 1', parameters: {} };
    const branches = scope.kind === 'book' ? [] : await this.organisation.listBranches(scope.branchPath);
    const scopeBranchIds = branches.map(({ branchId }) => branchId);
    if (scopeBranchIds.length === 0)
      return { sql: 'one.owner_id = :scopeStaffId', parameters: { scopeStaffId: id } };
    return {
      sql: '(one.owner_id = :scopeStaffId OR one.branch_id IN (:...scopeBranchIds))',
      parameters: { scopeStaffId: id, scopeBranchIds },
    };
  }

  async covers({ id, scope }: Principal, { branchId, ownerId }: Placed): Promise<boolean> {
    if (scope.kind === 'firm' || ownerId === id) return true;
    if (scope.kind === 'book' || branchId === null) return false;
    const branches = await this.organisation.listBranches(scope.branchPath);
    return branches.some((branch) => branch.branchId === branchId);
  }

  /** Who may be given it, by name; a few, since people are found by typing. */
  async candidates(placed: Placed, search: string, exceptId: string | null): Promise<Staff[]> {
    const [serving, pathOf, adviserIds] = await Promise.all([
      this.staff.listServingStaff(),
      this.#pathOf(placed.branchId),
      this.advisersOf(placed.memberNo),
    ]);
    return serving
      .filter((each) => each.name.includes(search) && isFit(each, pathOf))
      .filter(({ staffId }) => staffId !== exceptId && !adviserIds.has(staffId))
      .slice(0, MOST);
  }

  /**
   * To be asked in the transaction that gives it to them, the client's clock held.
   * @throws {AppError} care.own_adviser, care.owner_unfit
   */
  async refuseUnfit(placed: Placed, staffId: string): Promise<void> {
    await this.refuseAdviser(placed.memberNo, staffId);
    const staff = await this.staff.findServingStaff(staffId);
    if (staff === null || !isFit(staff, await this.#pathOf(placed.branchId))) throw ownerUnfit();
  }

  /** @throws {AppError} care.own_adviser when it is who looks after the client (REQ-ADV-9) */
  async refuseAdviser(memberNo: number | null, staffId: string): Promise<void> {
    if ((await this.advisersOf(memberNo)).has(staffId)) throw ownAdviser();
  }

  /** Who looks after a client now, whichever registration they are looked after under. */
  async advisersOf(memberNo: number | null): Promise<ReadonlySet<string>> {
    if (memberNo === null) return new Set();
    return new Set((await this.identity.advisersOf([memberNo])).values());
  }

  async #pathOf(branchId: string | null): Promise<string | null> {
    if (branchId === null) return null;
    return (await this.organisation.listBranches()).find((each) => each.branchId === branchId)?.path ?? null;
  }
}

/** Of the firm, or of a branch that the client's branch belongs to. */
function isFit({ roles, scopeKind, branchPath }: Staff, path: string | null): boolean {
  if (!CARE_ROLES.some((role) => roles.includes(role))) return false;
  return scopeKind === 'firm' || (path !== null && branchPath !== null && path.startsWith(branchPath));
}

/** A plan to trade is read by whoever handles it and by compliance, by nobody else (REQ-ADV-11). */
export const mayReadPlan = ({ id, roles }: Principal, { ownerId }: Pick<Placed, 'ownerId'>): boolean =>
  ownerId === id || roles.includes('compliance');
