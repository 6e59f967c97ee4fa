import { Injectable } from '@nestjs/common';
import { ScoreDueWorker } from '../insight/scoring/index.ts';
import { DemoLearning } from './demo-learning.ts';
import { DemoMembers } from './demo-members.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoProgress } from './demo-progress.ts';
import { DemoPublication } from './demo-publication.ts';
import { DemoSteps } from './demo-steps.ts';
import { planMembers } from './plan-members.ts';

const READY = 'ready';

/** The demo firm as a whole. Loading it again does nothing; a load that was cut off goes on where it was. */
@Injectable()
export class DemoFirm {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly publication: DemoPublication,
    private readonly members: DemoMembers,
    private readonly learning: DemoLearning,
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

  /** Shares of the whole were measured: registering members takes longest. */
  async load(password: string, members = planMembers(), write?: (line: string) => void): Promise<void> {
    if (await this.isLoaded()) return;
    const progress = new DemoProgress(write);
    progress.at(0, '营业部和员工 branches and staff');
    await this.organisation.load(password);
    const lessons = 12;
    await this.publication.load((done) => progress.at(5 + (done / lessons) * 5, '课程 lessons'));
    await this.members.load(members, (done) =>
      progress.at(10 + (done / members.length) * 50, `投资者 members ${done}/${members.length}`),
    );
    await this.learning.load(members, (share) => progress.at(60 + share * 35, '学习记录 learning'));
    progress.at(95, '评分 scores');
    await this.worker.drain();
    await this.steps.once(READY, () => Promise.resolve());
    progress.at(100, '演示公司已就绪 ready');
  }
}
