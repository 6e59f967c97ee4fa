import { Injectable } from '@nestjs/common';
import { ExternalIds } from '../records/identity/index.ts';
import { OwnProtections } from '../records/suitability/index.ts';
import { unionidOf } from './demo-groups.ts';
import { DemoSteps } from './demo-steps.ts';
import { phoneMembers } from './phone-accounts.ts';

/** Old enough to be called before anybody speaks of products. */
const ELDER = { key: 'demo-5', birthYear: 1956 } as const;
const BIRTH_YEAR = 1985;

/** What those on the sandbox's phone have said of their age; one of them waits for a call. */
@Injectable()
export class DemoElders {
  constructor(
    private readonly steps: DemoSteps,
    private readonly externalIds: ExternalIds,
    private readonly protections: OwnProtections,
  ) {}

  /** After the members. */
  async load(): Promise<void> {
    const issuer = { kind: 'wechat_unionid', issuer: 'wechat' } as const;
    const unionids = phoneMembers.map(({ key }) => unionidOf(key));
    const memberNos = await this.externalIds.membersOf(unionids, issuer);
    for (const { key } of phoneMembers) {
      const memberNo = memberNos.get(unionidOf(key));
      if (memberNo === undefined) continue;
      const birthYear = key === ELDER.key ? ELDER.birthYear : BIRTH_YEAR;
      await this.steps.once(`birth-year:${key}`, (tx) =>
        this.protections.writeBirthYear(tx, memberNo, birthYear),
      );
    }
  }
}
