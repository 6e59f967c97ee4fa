import { Injectable } from '@nestjs/common';
import { ScoreDueWorker } from '../insight/scoring/index.ts';
import type { DemoMember } from './demo-member.ts';
import { DemoCampaigns } from './demo-campaigns.ts';
import { DemoCatalogue } from './demo-catalogue.ts';
import { DemoAwards } from './demo-awards.ts';
import { DemoAssessments } from './demo-assessments.ts';
import { DemoBacktest } from './demo-backtest.ts';
import { DemoChannels } from './demo-channels.ts';
import { DemoGroups } from './demo-groups.ts';
import { DemoIncentives } from './demo-incentives.ts';
import { DemoLives } from './demo-lives.ts';
import { DemoMembers } from './demo-members.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoElders } from './demo-elders.ts';
import { DemoProducts } from './demo-products.ts';
import { DemoProgress } from './demo-progress.ts';
import { DemoPublication } from './demo-publication.ts';
import { DemoSuitability } from './demo-suitability.ts';
import { DemoSteps } from './demo-steps.ts';

const READY = 'ready';
const LESSONS = 12;

/** Who is to be in the demo firm, and how many that are. */
export interface DemoPopulation {
  readonly members: Iterable<DemoMember>;
  readonly count: number;
}

/** The demo firm as a whole. Loading it again does nothing; a load that was cut off goes on where it was. */
@Injectable()
export class DemoFirm {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly assessments: DemoAssessments,
    private readonly channels: DemoChannels,
    private readonly publication: DemoPublication,
    private readonly members: DemoMembers,
    private readonly groups: DemoGroups,
    private readonly lives: DemoLives,
    private readonly incentives: DemoIncentives,
    private readonly awards: DemoAwards,
    private readonly backtest: DemoBacktest,
    private readonly catalogue: DemoCatalogue,
    private readonly products: DemoProducts,
    private readonly suitability: DemoSuitability,
    private readonly elders: DemoElders,
    private readonly campaigns: DemoCampaigns,
    private readonly worker: ScoreDueWorker,
  ) {}

  isLoaded(): Promise<boolean> {
    return this.steps.isDone(READY);
  }

  /** Steps that have not begun yet do not begin any more. */
  stop(): void {
    this.steps.stop();
  }

  resume(): void {
    this.steps.resume();
  }

  /** Shares of the whole were measured. */
  async load(
    password: string,
    { members, count }: DemoPopulation,
    write?: (line: string) => void,
  ): Promise<void> {
    if (await this.isLoaded()) return;
    const progress = new DemoProgress(write);
    progress.at(0, '营业部和员工 branches and staff');
    await this.organisation.load(password);
    await this.assessments.load();
    await this.channels.load();
    await this.publication.load((done) => progress.at(5 + (done / LESSONS) * 10, '课程 lessons'));
    await this.members.load(members, (done) =>
      progress.at(15 + (done / count) * 60, `投资者 members ${done}/${count}`),
    );
    await this.groups.load();
    await this.lives.load();
    await this.incentives.load();
    await this.awards.load();
    await this.backtest.load();
    await this.catalogue.load();
    await this.products.load();
    await this.suitability.load();
    await this.elders.load();
    await this.campaigns.load();
    progress.at(75, '评分 scores');
    await this.worker.drain();
    await this.steps.once(READY, () => Promise.resolve());
    progress.at(100, '演示公司已就绪 ready');
  }
}
