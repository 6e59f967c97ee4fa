import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, ClockModule } from './clock/index.ts';
import { type Config, ConfigModule } from './config/index.ts';
import { DatabaseModule, type OpenOptions } from './database/index.ts';
import { FilesModule } from './files/index.ts';
import { HttpModule } from './http/index.ts';
import { ImportsModule } from './imports/index.ts';
import { JobsModule } from './jobs/index.ts';
import { KeysModule } from './keys/index.ts';
import { LoggingModule } from './logging/index.ts';
import { MetricsModule } from './metrics/index.ts';
import { OutboxModule } from './outbox/index.ts';

export interface PlatformOptions {
  readonly config: Config;
  readonly migrations: OpenOptions['migrations'];
  /** The system's clock unless given. */
  readonly clock?: Clock;
}

/** Everything that knows no word of the domain. */
@Module({})
export class PlatformModule {
  static of({ config, migrations, clock }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.of(config),
        ClockModule.of(clock),
        LoggingModule,
        MetricsModule,
        DatabaseModule.of(migrations),
        HttpModule,
        JobsModule,
        OutboxModule,
        KeysModule,
        FilesModule,
        ImportsModule,
      ],
    };
  }
}
