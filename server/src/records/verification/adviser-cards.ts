import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { maskName } from '../identity/index.ts';
import { type CardSource, CardSources } from './card-sources.ts';
import type { CheckedText } from './checked-text.ts';

/** Advisers who serve now, by registration number or full name; nobody else of the firm can be asked for. */
@Injectable()
export class AdviserCards implements CardSource, OnModuleInit {
  readonly kind = 'adviser';

  constructor(
    private readonly staff: StaffDirectory,
    private readonly sources: CardSources,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  async describe(registrationNo: string): Promise<PublicCard | null> {
    const [adviser] = await this.staff.listAdvisersBy({ registrationNo });
    return adviser === undefined ? null : cardOf(adviser);
  }

  async match({ plain, page }: CheckedText): Promise<readonly string[]> {
    if (page !== null) return [];
    const [byNumber, byName] = await Promise.all([
      this.staff.listAdvisersBy({ registrationNo: plain }),
      this.staff.listAdvisersBy({ name: plain }),
    ]);
    return [...byNumber, ...byName].flatMap(({ registrationNo }) => registrationNo ?? []);
  }
}

function cardOf({ name, registrationNo, branchName }: Staff): PublicCard {
  return {
    kind: 'adviser',
    name: maskName(name),
    registrationNo,
    branchName,
    ownerName: null,
    platform: null,
    isRetired: false,
    publishedOn: null,
  };
}
