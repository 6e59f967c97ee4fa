import { Body, Controller } from '@nestjs/common';
import { CheckWording, WordingCheck } from '@siyu/shared/contracts/moderation';
import { moderationRoutes } from '@siyu/shared/contracts/moderation.routes';
import { Access, Bind } from '../../platform/http/index.ts';
import { Moderation } from './moderation.service.ts';

@Controller()
export class ModerationConsoleController {
  constructor(private readonly moderation: Moderation) {}

  @Bind(moderationRoutes.checkWording, { response: WordingCheck })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async checkWording(@Body({ schema: CheckWording }) { texts, label }: CheckWording): Promise<WordingCheck> {
    const { dictionaryVersions, findings } = await this.moderation.check(texts, label);
    return {
      dictionaryVersions,
      findings: findings.map(({ isNamed: _, ...finding }) => ({ ...finding, pieces: [...finding.pieces] })),
    };
  }
}
