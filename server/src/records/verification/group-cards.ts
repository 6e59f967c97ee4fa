import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import { PublicGroups } from '../communities/index.ts';
import { maskName } from '../identity/index.ts';
import { type CardSource, CardSources } from './card-sources.ts';
import type { CheckedText } from './checked-text.ts';

/** Customer groups of ours by their whole name, with who looks after them. */
@Injectable()
export class GroupCards implements CardSource, OnModuleInit {
  readonly kind = 'group';

  constructor(
    private readonly groups: PublicGroups,
    private readonly sources: CardSources,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  async describe(groupId: string): Promise<PublicCard | null> {
    const group = await this.groups.find(groupId);
    if (group === null) return null;
    const { name, ownerName, branchName } = group;
    return {
      kind: 'group',
      name,
      ownerName: ownerName === null ? null : maskName(ownerName),
      branchName,
      registrationNo: null,
      platform: null,
      isRetired: false,
      publishedOn: null,
    };
  }

  async match({ plain, page }: CheckedText): Promise<readonly string[]> {
    return page === null ? this.groups.idsOf(plain) : [];
  }
}
