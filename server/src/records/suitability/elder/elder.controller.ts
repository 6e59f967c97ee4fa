import { Body, Controller } from '@nestjs/common';
import { NameTrustedContact, OwnProtection, SayBirthYear } from '@siyu/shared/contracts/elder';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { numberOf } from '../number-of.ts';
import { OwnProtections } from './own-protection.ts';

const member = { audience: 'member' } as const;

@Controller()
export class ElderController {
  constructor(private readonly own: OwnProtections) {}

  @Bind(elderRoutes.getOwn, { response: OwnProtection })
  @Access(member)
  getOwn(@Caller() caller: Principal): Promise<OwnProtection> {
    return this.own.get(numberOf(caller));
  }

  @Bind(elderRoutes.sayBirthYear, { response: OwnProtection })
  @Access(member)
  sayBirthYear(
    @Caller() caller: Principal,
    @Body({ schema: SayBirthYear }) { birthYear }: SayBirthYear,
  ): Promise<OwnProtection> {
    return this.#after(caller, (memberNo) => this.own.sayBirthYear(caller, memberNo, birthYear));
  }

  @Bind(elderRoutes.nameTrustedContact, { response: OwnProtection })
  @Access(member)
  nameTrustedContact(
    @Caller() caller: Principal,
    @Body({ schema: NameTrustedContact }) told: NameTrustedContact,
  ): Promise<OwnProtection> {
    return this.#after(caller, (memberNo) => this.own.nameContact(caller, memberNo, told));
  }

  @Bind(elderRoutes.forgetTrustedContact, { response: OwnProtection })
  @Access(member)
  forgetTrustedContact(@Caller() caller: Principal): Promise<OwnProtection> {
    return this.#after(caller, (memberNo) => this.own.forgetContact(caller, memberNo));
  }

  async #after(caller: Principal, work: (memberNo: number) => Promise<void>): Promise<OwnProtection> {
    const memberNo = numberOf(caller);
    await work(memberNo);
    return this.own.get(memberNo);
  }
}
