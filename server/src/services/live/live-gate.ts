import { Injectable } from '@nestjs/common';
import { type LiveState } from '@siyu/shared/contracts/live.limits';
import { type BrakeQuestion, Brakes } from '../../foundation/brakes/index.ts';
import { Database } from '../../platform/database/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { liveNotFound, livePaused } from './live.errors.ts';
import { stateOf } from './live-plan.ts';
import { Live } from './live.entity.ts';

/** States in which members who know of a live find it. */
const SEEN: readonly LiveState[] = ['ANNOUNCED', 'ON_AIR', 'STOPPED', 'ENDED', 'ARCHIVED'];

/** What of the lives one member may see: advice under a contract only (REQ-ADV-2), and nothing that a brake holds. */
@Injectable()
export class LiveGate {
  constructor(
    private readonly database: Database,
    private readonly brakes: Brakes,
    private readonly contracts: AdvisoryContracts,
  ) {}

  /** @throws {AppError} live.not_found also for advice the member may not have, live.paused */
  async getFor(memberNo: number, liveId: string): Promise<Live> {
    const live = await this.database.read.findOneBy(Live, { liveId });
    const isSeen = live !== null && (SEEN.includes(stateOf(live)) || isCalledOff(live));
    if (!isSeen || !(await this.mayHave(memberNo, [live]))) throw liveNotFound();
    if ((await this.brakes.findHold(questionAbout(live))) !== null) throw livePaused();
    return live;
  }

  /** Those that nothing holds, in their order. */
  async shown(lives: readonly Live[]): Promise<Live[]> {
    const standing = await this.brakes.standing();
    const holds = await this.brakes.holdsAmong(standing, lives.map(questionAbout));
    return lives.filter((_, at) => (holds[at] ?? []).length === 0);
  }

  /** Most lives are education, and then no contract has to be looked for. */
  async mayHave(memberNo: number, lives: readonly Pick<Live, 'label'>[]): Promise<boolean> {
    return lives.every(({ label }) => label === 'education') || this.contracts.isActiveFor(memberNo);
  }

  /** The same of many members. */
  async mayAmong(memberNos: readonly number[], { label }: Pick<Live, 'label'>): Promise<ReadonlySet<number>> {
    return label === 'education' ? new Set(memberNos) : this.contracts.activeAmong(memberNos);
  }
}

/** What was announced and then called off is still told of. */
export const isCalledOff = ({ state, announcedAt }: Live): boolean =>
  state === 'CANCELLED' && announcedAt !== null;

const questionAbout = ({ liveId, hostId }: Live): BrakeQuestion => ({
  channel: 'APP',
  contentId: liveId,
  staffIds: [hostId],
});
