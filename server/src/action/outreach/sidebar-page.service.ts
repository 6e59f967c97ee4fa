import { Injectable } from '@nestjs/common';
import type { ChatAddress, SidebarChat } from '@siyu/shared/contracts/sidebar';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ArchiveCoverage } from '../../records/archive/index.ts';
import { OutreachConfiguration } from './outreach-configuration.ts';
import { type ChatParty, SidebarChats } from './sidebar-chats.service.ts';
import { SidebarInserts } from './sidebar-inserts.service.ts';

/** What the page beside a chat begins with: whose chat it is, what can be said, what was said from here. */
@Injectable()
export class SidebarPage {
  constructor(
    private readonly clock: Clock,
    private readonly chats: SidebarChats,
    private readonly inserts: SidebarInserts,
    private readonly configuration: OutreachConfiguration,
    private readonly staff: StaffDirectory,
    private readonly coverage: ArchiveCoverage,
  ) {}

  async open(caller: Principal, chat: ChatAddress): Promise<SidebarChat> {
    const party = await this.chats.find(caller, chat);
    if (party === 'NOT_LINKED' || party === 'OUT_OF_SCOPE') return { standing: party };
    const phrases = await this.configuration.phrases(this.clock.now());
    const isMember = party.kind === 'MEMBER';
    const hands = {
      isArchived: await this.#isArchived(caller, party),
      // In a group marketing waits for approved material.
      phrases: phrases.filter(({ purpose }) => isMember || purpose === 'SERVICE'),
      inserts: await this.inserts.listLatest(caller, party),
    };
    return isMember
      ? { standing: 'MEMBER', memberId: party.memberId, ...hands }
      : { standing: 'GROUP', name: party.name, ...hands };
  }

  async #isArchived(caller: Principal, party: ChatParty): Promise<boolean> {
    if (!this.coverage.isOn) return false;
    if (party.kind === 'GROUP') return this.coverage.isGroupArchived(party.staffWecomUserIds);
    const { wecomUserId } = await this.staff.getStaff(caller.id);
    return wecomUserId !== null && (await this.coverage.archivedAmong([wecomUserId])).has(wecomUserId);
  }
}
