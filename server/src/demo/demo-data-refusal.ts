import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StaffDirectory } from '../foundation/organisation/index.ts';
import { Config, KNOWN_DEMO_PASSWORD } from '../platform/config/index.ts';
import { Database } from '../platform/database/index.ts';
import { DemoMark } from './demo-mark.entity.ts';
import { demoStaff } from './demo-staff.ts';

/** Said when a server for real members finds what only a trial may hold. */
export class DemoDataRefused extends Error {
  constructor(what: string) {
    super(`NODE_ENV is production, and this database ${what}: use one that never held the demo firm.`);
    this.name = 'DemoDataRefused';
  }
}

/** Keeps a server for real members from starting on the demo firm, however it came into the database. */
@Injectable()
export class DemoDataRefusal implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.config.isProduction) return;
    const found = await this.#find();
    if (found === null) return;
    // Nobody will start on it, so nobody else is going to close it.
    await this.database.close();
    throw new DemoDataRefused(found);
  }

  async #find(): Promise<string | null> {
    if (await this.database.read.exists(DemoMark)) return 'holds members of the demo firm';
    const names = new Set(demoStaff.map(({ loginName }) => loginName));
    for (const { loginName } of await this.staff.listServingStaff()) {
      // A firm may well call somebody `operator`; what nobody may have is the password that everybody knows.
      if (!names.has(loginName)) continue;
      if ((await this.staff.verifyPassword(loginName, KNOWN_DEMO_PASSWORD)) !== null)
        return `has the login ${loginName} with the password of the demo firm`;
    }
    return null;
  }
}
