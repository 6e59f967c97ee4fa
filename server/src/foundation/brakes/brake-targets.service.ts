import { Injectable } from '@nestjs/common';
import type { BrakeTargetQuery, BrakeTargets as Targets, PutOnBrake } from '@siyu/shared/contracts/brakes';
import {
  BRAKE_CHANNELS,
  BRAKE_TARGETS_MAX,
  type BrakeKind,
  KINDS_OF_ROLE,
  PRODUCT_CODE_PATTERN,
  PRODUCT_NAME_MIN,
} from '@siyu/shared/contracts/brakes.limits';
import { brakeChannelNames, brakeKindNames } from '@siyu/shared/messages';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Organisation, StaffDirectory } from '../organisation/index.ts';
import type { Brake } from './brake.entity.ts';
import { notYours, targetMissing, targetUnknown } from './brakes.errors.ts';
import { Brakes } from './brakes.service.ts';

type Target = Pick<Brake, 'target' | 'targetName' | 'branchPath'>;
const NAME_MAX = 60;

/** What can be stopped, and by whom. */
@Injectable()
export class BrakeTargets {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly brakes: Brakes,
  ) {}

  /** Whether the caller's roles stop this kind, and their scope reaches the branch it is in. */
  mayStop({ roles, scope }: Principal, kind: BrakeKind, branchPath: string | null): boolean {
    if (!roles.some((role) => KINDS_OF_ROLE[role]?.includes(kind))) return false;
    if (scope.kind === 'firm') return true;
    return scope.kind === 'branch' && branchPath?.startsWith(scope.branchPath) === true;
  }

  /** Whoever may stop it may ask for it to go on; and so may who runs the business of the firm. */
  mayAsk(caller: Principal, kind: BrakeKind, branchPath: string | null): boolean {
    const runsAll = caller.roles.includes('operator') && caller.scope.kind === 'firm';
    return runsAll || this.mayStop(caller, kind, branchPath);
  }

  /** @throws {AppError} brakes.not_yours, brakes.target_unknown, brakes.target_missing */
  async resolve(caller: Principal, wanted: PutOnBrake): Promise<Target> {
    if (!caller.roles.some((role) => KINDS_OF_ROLE[role]?.includes(wanted.kind))) throw notYours();
    const target = await this.#find(wanted);
    if (!this.mayStop(caller, wanted.kind, target.branchPath)) throw notYours();
    return { ...target, targetName: target.targetName.slice(0, NAME_MAX) };
  }

  /** What the caller may choose from, a few at a time. */
  async list(caller: Principal, { kind, search = '' }: z.output<typeof BrakeTargetQuery>): Promise<Targets> {
    const found = await this.#listAll(kind, search);
    return {
      targets: found
        .filter(({ branchPath }) => this.mayStop(caller, kind, branchPath))
        .slice(0, BRAKE_TARGETS_MAX)
        .map(({ target, name, note }) => ({ target, name, note })),
    };
  }

  async #listAll(kind: 'BRANCH' | 'ADVISER' | 'CONTENT', search: string) {
    if (kind === 'BRANCH') {
      const branches = await this.organisation.listBranches();
      return branches
        .filter(({ name }) => name.includes(search))
        .map(({ branchId, path, name }) => ({ target: branchId, name, note: null, branchPath: path }));
    }
    if (kind === 'ADVISER') {
      const people = await this.staff.listServingStaff();
      return people
        .filter(({ roles }) => roles.includes('adviser') || roles.includes('relationshipManager'))
        .filter(({ name, registrationNo }) => name.includes(search) || registrationNo === search)
        .map(({ staffId, name, branchName, branchPath }) => ({
          target: staffId,
          name,
          note: branchName,
          branchPath,
        }));
    }
    const found = await Promise.all(
      this.brakes.contents.map((source) => source.find(search, BRAKE_TARGETS_MAX)),
    );
    return found
      .flat()
      .map(({ contentId, title }) => ({ target: contentId, name: title, note: null, branchPath: null }));
  }

  async #find({ kind, target, name = '' }: PutOnBrake): Promise<Target> {
    switch (kind) {
      case 'FIRM':
        return { target: '', targetName: brakeKindNames.FIRM, branchPath: null };
      case 'CHANNEL': {
        const channel = BRAKE_CHANNELS.find((each) => each === target);
        if (channel === undefined) throw targetUnknown();
        return { target: channel, targetName: brakeChannelNames[channel], branchPath: null };
      }
      case 'PRODUCT':
        if (target === null || !PRODUCT_CODE_PATTERN.test(target) || name.length < PRODUCT_NAME_MIN)
          throw targetMissing();
        return { target, targetName: name, branchPath: null };
      case 'BRANCH': {
        const branches = await this.organisation.listBranches();
        const branch = branches.find(({ branchId }) => branchId === target);
        if (branch === undefined) throw targetUnknown();
        return { target: branch.branchId, targetName: branch.name, branchPath: branch.path };
      }
      case 'ADVISER': {
        // Who has left can be stopped all the same: what they wrote is still there.
        const person = (await this.staff.listStaffByIds([target ?? ''])).get(target ?? '');
        if (person === undefined) throw targetUnknown();
        return { target: person.staffId, targetName: person.name, branchPath: person.branchPath };
      }
      case 'CONTENT': {
        for (const source of this.brakes.contents) {
          const [known] = await source.get([target ?? ''], this.database.read, false);
          if (known !== undefined)
            return { target: known.contentId, targetName: known.title, branchPath: null };
        }
        throw targetUnknown();
      }
    }
  }
}
