import { Injectable } from '@nestjs/common';
import { Organisation, StaffChanges, StaffDirectory, type Staff } from '../foundation/organisation/index.ts';
import type { Principal } from '../platform/http/index.ts';
import { demoBranches, demoStaff } from './demo-staff.ts';
import { DemoSteps } from './demo-steps.ts';

/** Branches and people of the demo firm. */
@Injectable()
export class DemoOrganisation {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: Organisation,
    private readonly changes: StaffChanges,
    private readonly directory: StaffDirectory,
  ) {}

  async load(password: string): Promise<void> {
    await this.steps.once('branches', async (tx) => {
      for (const branch of demoBranches) await this.organisation.createBranch(tx, branch);
    });
    const branchIds = await this.branchIds();
    for (const { branch, ...staff } of demoStaff) {
      await this.steps.once(`staff:${staff.loginName}`, async (tx) => {
        const branchId = branch === null ? null : (branchIds[branch] ?? null);
        await this.organisation.createStaff(tx, { ...staff, branchId, password });
      });
    }
    // WeCom in the box calls everybody by their login name.
    const staff = await this.staffByLogin();
    await this.steps.once('wecom-users', async (tx) => {
      for (const { loginName } of demoStaff) {
        const { staffId } = staff.get(loginName) ?? {};
        if (staffId !== undefined) await this.changes.setWecomUser(tx, staffId, loginName, 'system');
      }
    });
  }

  /** In the order of `demoBranches`. */
  async branchIds(): Promise<readonly string[]> {
    const branches = await this.organisation.listBranches();
    const idByPath = new Map(branches.map(({ path, branchId }) => [path, branchId]));
    return demoBranches.map(({ path }) => idByPath.get(path) ?? '');
  }

  async staffByLogin(): Promise<ReadonlyMap<string, Staff>> {
    const staff = await this.directory.listServingStaff();
    return new Map(staff.map((person) => [person.loginName, person]));
  }

  /** One of the demo staff as a caller of the services. */
  async principalOf(loginName: string): Promise<Principal> {
    const staff = (await this.staffByLogin()).get(loginName);
    if (staff === undefined) throw new Error(`the demo firm has no ${loginName}`);
    return {
      audience: 'staff',
      id: staff.staffId,
      memberNo: null,
      roles: staff.roles,
      scope: { kind: 'firm' },
      sessionId: null,
    };
  }
}
