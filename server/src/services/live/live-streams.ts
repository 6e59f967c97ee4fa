import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';

/** Where our own player finds a live: by the firm's streaming service, whichever that is. */
@Injectable()
export class LiveStreams {
  constructor(private readonly config: Config) {}

  /** Null while the firm has configured none. */
  addressOf(liveId: string): string | null {
    return this.config.liveStreamUrl?.replaceAll('{liveId}', liveId) ?? null;
  }
}
