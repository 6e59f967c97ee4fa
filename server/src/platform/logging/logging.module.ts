import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.ts';
import { Logger } from './logger.ts';

@Global()
@Module({
  providers: [
    { provide: Logger, inject: [Config], useFactory: (config: Config) => new Logger(config.logLevel) },
  ],
  exports: [Logger],
})
export class LoggingModule {}
