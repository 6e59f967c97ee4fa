import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../platform/clock/index.ts';
import { Config } from '../platform/config/index.ts';
import { Readiness } from '../platform/http/index.ts';
import { Logger } from '../platform/logging/index.ts';
import { DemoFirm } from './demo-firm.ts';
import { planMembers } from './plan-members.ts';

/** Loads the demo firm behind a server that already answers; it is ready for work once the firm is in. */
@Injectable()
export class DemoLoader implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  #loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly readiness: Readiness,
    private readonly logger: Logger,
    private readonly firm: DemoFirm,
  ) {}

  onModuleInit(): void {
    if (this.config.demo !== null) this.readiness.add('demo-firm', () => this.firm.isLoaded());
  }

  onApplicationBootstrap(): void {
    const { demo } = this.config;
    if (demo === null) return;
    const members = planMembers(demo.members, dayOfInstant(this.clock.now()));
    this.#loading = this.firm
      .load(demo.password, { members, count: demo.members })
      .catch((error: unknown) => {
        this.logger.error('the demo firm could not be loaded', { error });
        process.stderr.write('演示公司没有装好，原因见日志；重新启动会从断开的地方继续。\n');
      });
  }

  /** Ends the load at the next step: a second start goes on from there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.firm.stop();
    await this.#loading;
  }
}
