import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import { ExternalIds, Identity } from '../identity/index.ts';
import { ArchiveTexts } from './archive-texts.ts';

/** With the account goes what its texts are sealed with: the rows stay, the words are nobody's any more. */
@Injectable()
export class ClosedArchive implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly texts: ArchiveTexts,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async (tx, memberNos) => {
      const issuer = this.config.wecom?.corpId ?? null;
      if (issuer === null) return;
      const kind = { kind: 'wecom_external_contact', issuer } as const;
      await this.texts.destroy(tx, await this.externalIds.listAll(tx.manager, memberNos, kind));
    });
  }
}
