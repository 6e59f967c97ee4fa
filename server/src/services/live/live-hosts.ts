import { Injectable } from '@nestjs/common';
import type { LiveHosts as Hosts } from '@siyu/shared/contracts/live-desk';
import type { EntityManager } from 'typeorm';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { hostNotRegistered } from './live.errors.ts';

/** Who may speak in a live: advisers whose registration is in force (REQ-ADV-1). */
@Injectable()
export class LiveHosts {
  constructor(private readonly staff: StaffDirectory) {}

  async list(): Promise<Hosts> {
    const serving = await this.staff.listServingStaff();
    return {
      hosts: serving.filter(isHost).map(({ staffId, name, registrationNo }) => ({
        staffId,
        name,
        registrationNo: registrationNo ?? '',
      })),
    };
  }

  /** Asked at each step towards the air, since a registration may end in between. @throws {AppError} live.host_not_registered */
  async require(hostId: string, manager: EntityManager): Promise<{ name: string; registrationNo: string }> {
    const host = (await this.staff.listStaffByIds([hostId], manager)).get(hostId);
    if (host === undefined || !isHost(host)) throw hostNotRegistered(host?.name ?? '');
    return { name: host.name, registrationNo: host.registrationNo ?? '' };
  }
}

const isHost = ({ isRegistered, roles }: Staff): boolean => isRegistered && roles.includes('adviser');
